// The screen: what was said last, large for all. In this window, or in one of its own that follows this one.

const MOST_SHOWN = 40; // phrases said before that may fit

let screenWindow = null;
let closedFrom = null; // what had the focus

const isScreen = () => location.hash.startsWith("#leinwand-");

// Shows the caller's desk or the screen, whichever this window is.
function showWindow() {
  const screen = find("#screen");
  const opens = isScreen() && screen.hidden;
  find("#caller").hidden = isScreen();
  screen.hidden = !isScreen();
  document.body.classList.toggle("on-screen", isScreen());
  if (!isScreen()) return;
  showScreen();
  if (opens) screen.focus({ preventScroll: true });
}

function showScreen() {
  if (find("#screen").hidden) return;
  const shown = round.shown && meant(round.shown).sheets?.[0];
  find("#screen-round").textContent = round.said.length ? `${round.name} · ${say("call", { n: round.said.length })}` : round.name;
  find("#screen").classList.toggle("checking", Boolean(shown));
  find("#screen-board").hidden = !shown;
  if (shown) showSheet(shown);
  showLatest(shown);
  find("#screen-said").replaceChildren(...round.said.slice(0, -1).reverse().slice(0, MOST_SHOWN).map((phrase) => make("li", {}, ...spoken(phrase))));
  showNumbers();
}

function showLatest(shown) {
  const latest = find("#screen-latest"), phrase = round.said.at(-1);
  const full = shown ? fullLines(shown.kind, shown.number, callOf(round.said)) : [];
  if (shown) latest.replaceChildren(make("p", {}, full.length ? GAME.words.poster_shout : verdict(shown)[0]), make("p", { class: "screen-verdict" }, verdict(shown)[1]));
  else latest.replaceChildren(...(phrase === undefined ? [say("screen_waiting")] : spoken(phrase)));
  fitSentence(latest);
}

function showSheet({ kind, number }) {
  const calls = callOf(round.said), full = fullLines(kind, number, calls);
  find("#screen-board").replaceChildren(boardTable(kind, number, struckCell(calls), full.map(({ line }) => line)));
  fitBoard(find("#screen-board"));
}

// The numbers say a phrase, too: where one picture is on both screens, the round is led from here.
function showNumbers() {
  const calls = callOf(round.said), list = find("#screen-numbers");
  if (!list.children.length) {
    list.append(...PHRASES.map(({ text }, phrase) => make("li", {},
      make("button", { type: "button", "aria-label": `${say("nr", { n: phrase + 1 })}: ${text}`, title: text, click: () => tap(phrase) }, String(phrase + 1)))));
  }
  [...list.children].forEach((item, phrase) => {
    item.firstChild.setAttribute("aria-pressed", String(calls[phrase] !== NEVER));
    item.classList.toggle("newest", round.said.at(-1) === phrase);
  });
}

// A window of its own is told what happens here, as there may be nothing that both remember.
function tellScreen() {
  if (screenWindow && !screenWindow.closed) screenWindow.postMessage({ press: GAME.key, current, round }, "*");
}

addEventListener("message", (event) => {
  const told = event.data;
  if (told?.press !== GAME.key) return;
  if (told.asks) {
    if (event.source === screenWindow) tellScreen();
    return;
  }
  if (event.source !== window.opener || !isScreen() || told.current !== current) return;
  round = whole(current, told.round);
  countBingos();
  showScreen();
});

for (const button of all(".screen-window")) {
  button.addEventListener("click", () => {
    screenWindow = window.open(`${location.pathname}#leinwand-${current}`, `leinwand-${current}`, "popup,width=1280,height=720");
  });
}
find("#screen-here").addEventListener("click", () => {
  closedFrom = document.activeElement;
  location.hash = `#leinwand-${current}`;
  document.documentElement.requestFullscreen?.().catch(() => {}); // where it may not, the window does
});
find("#screen-undo").addEventListener("click", () => undoLast());

function closeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  if (window.opener && !closedFrom) return window.close();
  location.hash = `#runde-${current}`;
  setTimeout(() => (closedFrom || find("#screen-here")).focus());
}

find("#screen-close").addEventListener("click", closeScreen);
addEventListener("keydown", (event) => { if (event.key === "Escape" && isScreen()) closeScreen(); });
addEventListener("resize", () => showScreen());
document.fonts?.ready.then(() => showScreen());
if (window.opener && isScreen()) window.opener.postMessage({ press: GAME.key, asks: true }, "*");
