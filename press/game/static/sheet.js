// A sheet to play on a screen: cells that are ticked, bingo that is told.

const SIZES = [1, 1.25, 1.6, 2]; // of the type
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

let sheet = null; // { kind, number }
let ticked = new Set(); // cells
let size = Math.min(Math.max(0, Number(recall("size", 0)) || 0), SIZES.length - 1);

const ticksName = () => `bogen/${sheetId(sheet.kind, sheet.number)}`;

function hashText() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch { // a cut one
    return location.hash.slice(1);
  }
}

// Phrase → 1 if it is ticked; the rules know no order here.
function tickedCalls() {
  const calls = new Uint16Array(PHRASES.length).fill(NEVER), phrases = board(sheet.kind, sheet.number);
  for (const cell of ticked) calls[phrases[cell]] = 1;
  return calls;
}

const fullNow = () => fullLines(sheet.kind, sheet.number, tickedCalls());

function openSheet(text) {
  const { sheets, error } = meant(text);
  find("#fault").textContent = error || "";
  find("#open-number").toggleAttribute("aria-invalid", false);
  if (error) find("#open-number").setAttribute("aria-invalid", "true");
  find("#which").replaceChildren();
  sheet = sheets?.length === 1 ? sheets[0] : null;
  find("#play").hidden = !sheet;
  find("#open").classList.toggle("again", Boolean(sheet));
  if (!sheet) return error ? undefined : showChoice(sheets);
  find("#open-number").value = sheetId(sheet.kind, sheet.number);
  document.title = `${GAME.words.sheet} ${sheetId(sheet.kind, sheet.number)} – ${GAME.words.title}`;
  const phrases = board(sheet.kind, sheet.number), told = recall(ticksName(), []);
  ticked = new Set((Array.isArray(told) ? told : []).filter((cell) => phrases[cell] < NOTHING));
  const square = sheet.kind.rows === sheet.kind.columns;
  find("#rules").textContent = [GAME.words.how_to_play, GAME.words[square ? "win_with_diagonals" : "win_without_diagonals"]].filter(Boolean).join(" ");
  showBoard();
  showStanding("");
}

function showChoice(sheets) {
  find("#which").replaceChildren(make("p", {}, say("which", { n: sheets[0].number })), make("ul", { class: "acts" },
    ...sheets.map(({ kind, number }) => make("li", {}, make("a", { class: "button", href: `#${sheetId(kind, number)}` }, `${sheetId(kind, number)}, ${kind.title}`)))));
}

function showBoard() {
  const toggleOf = (phrase, cell) => make("button", { type: "button", class: "cell phrase", "data-cell": cell, "aria-pressed": String(ticked.has(cell)), click: () => tick(cell) }, ...spoken(phrase));
  find("#board").replaceChildren(boardTable(sheet.kind, sheet.number, toggleOf));
  showStruck();
  showSideways();
}

// Whether columns wait beyond the edge.
function showSideways() {
  find("#sideways").hidden = find("#board").scrollWidth <= find("#board").clientWidth;
}

function showStruck() {
  const struck = new Set(fullNow().flatMap(({ line }) => sheet.kind.lines[line]));
  all("#board tbody td").forEach((cell, place) => cell.classList.toggle("struck", struck.has(place)));
}

// `heard` is what has just happened: bingo is told as an alert, the count only where there is none.
function showStanding(heard) {
  const full = fullNow(), told = full.length ? say("sheet_bingo", { lines: listed(full.map(({ line }) => sheet.kind.lineNames[line])) }) : "";
  const count = say("sheet_ticked", { n: ticked.size, all: board(sheet.kind, sheet.number).filter((phrase) => phrase !== NOTHING).length });
  find("#ticked").textContent = count;
  if (find("#bingo").textContent !== told) find("#bingo").textContent = told;
  if (heard) announce(find("#heard"), count);
}

function tick(cell) {
  if (ticked.has(cell)) ticked.delete(cell);
  else ticked.add(cell);
  remember(ticksName(), [...ticked]);
  find(`[data-cell="${cell}"]`).setAttribute("aria-pressed", String(ticked.has(cell)));
  showStruck();
  showStanding("tick");
}

function resize(step) {
  size = Math.min(Math.max(0, size + step), SIZES.length - 1);
  remember("size", size);
  document.documentElement.style.setProperty("--size", String(SIZES[size]));
  find("#larger").disabled = size === SIZES.length - 1;
  find("#smaller").disabled = size === 0;
  showSideways();
}

// Arrows lead over the board, past the free cell, and stop at its edge.
function move(event) {
  const way = ARROWS[event.key], from = Number(event.target.closest("[data-cell]")?.dataset.cell);
  if (!way || Number.isNaN(from)) return;
  event.preventDefault();
  const { rows, columns } = sheet.kind;
  let row = Math.floor(from / columns) + way[0], column = from % columns + way[1];
  while (row >= 0 && row < rows && column >= 0 && column < columns) {
    const next = find(`[data-cell="${row * columns + column}"]`);
    if (next) return next.focus();
    row += way[0];
    column += way[1];
  }
}

find("#board").addEventListener("keydown", move);
addEventListener("resize", showSideways);
find("#larger").addEventListener("click", () => resize(1));
find("#smaller").addEventListener("click", () => resize(-1));
find("#fresh").addEventListener("click", () => {
  ticked = new Set();
  remember(ticksName(), []);
  showBoard();
  showStanding("fresh");
});
find("#open").addEventListener("submit", (event) => {
  event.preventDefault();
  const { sheets } = meant(find("#open-number").value);
  if (sheets?.length !== 1) return openSheet(find("#open-number").value);
  const hash = `#${sheetId(sheets[0].kind, sheets[0].number)}`;
  if (location.hash === hash) openSheet(hash.slice(1));
  else location.hash = hash;
});
addEventListener("hashchange", () => openSheet(hashText()));
find("#open-number-hint").textContent = say(KINDS.length > 1 ? "check_hint" : "check_hint_short", { sheet: sheetId(KINDS[0], Math.min(7, KINDS[0].count)) });
resize(0);
if (location.hash.length > 1) openSheet(hashText());
