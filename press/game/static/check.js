// A sheet checked: its board with what was said, whether it has bingo, by which line, since which call.

const MOST_LISTED = 60; // sheets with bingo that are named

let checked = null; // { kind, number }
let asked = ""; // what was typed

function clearChecked() {
  checked = null;
  asked = "";
  find("#check-number").value = "";
  find("#check-number").removeAttribute("aria-invalid");
}

function check(text) {
  asked = text;
  const { sheets, error } = meant(text);
  checked = sheets?.length === 1 ? sheets[0] : null;
  find("#check-number").toggleAttribute("aria-invalid", false);
  if (error) find("#check-number").setAttribute("aria-invalid", "true");
  showChecked();
}

function choose(sheet) {
  find("#check-number").value = sheetId(sheet.kind, sheet.number);
  check(find("#check-number").value);
}

// What is to be told of a sheet, the verdict first.
function verdict({ kind, number }) {
  const sheet = sheetId(kind, number), calls = callOf(round.said), full = fullLines(kind, number, calls);
  if (!full.length) {
    const left = missing(kind, number, calls);
    return [say("no_bingo", { sheet }), left.length === 1 ? say("missing_one", { n: left[0] + 1 }) : say("missing_many", { n: left.length })];
  }
  const { call } = full[0], now = round.said.length;
  const first = full.filter((one) => one.call === call).map(({ line }) => kind.lineNames[line]);
  const later = full.filter((one) => one.call > call).map(({ line }) => kind.lineNames[line]);
  const told = [say("has_bingo", { sheet }), say(call === now ? "full_now" : "full_since", { line: listed(first), n: call, now })];
  if (later.length) told.push(say("full_too", { lines: listed(later) }));
  return [...told, ...others(kind, number, call)];
}

// Whether it was first, and alone.
function others(kind, number, call) {
  let earlier = 0, same = 0;
  for (const [other, calls] of bingos) {
    calls.forEach((one, place) => {
      if (one < call) earlier += 1;
      if (one === call && !(other === kind && place + 1 === number)) same += 1;
    });
  }
  return [...(earlier ? [counted("earlier", earlier)] : []), ...(same ? [counted("same", same)] : [])];
}

function struckCell(calls) {
  return (phrase) => make("div", { class: "cell", "data-said": String(calls[phrase] !== NEVER) }, ...spoken(phrase),
    ...(calls[phrase] === NEVER ? [] : [make("span", { class: "at" }, say("call", { n: calls[phrase] }))]));
}

function showChecked() {
  const place = find("#checked"), table = find("#checked-board");
  table.replaceChildren();
  if (!asked) return place.replaceChildren();
  const { sheets, error } = meant(asked);
  if (error) return place.replaceChildren(make("p", { class: "fault" }, error));
  if (!checked) {
    const number = sheets[0].number;
    return place.replaceChildren(make("p", {}, say("which", { n: number })), make("p", { class: "acts" },
      ...sheets.map((sheet) => make("button", { type: "button", click: () => choose(sheet) }, `${sheetId(sheet.kind, number)}, ${sheet.kind.title}`))));
  }
  const { kind, number } = checked, calls = callOf(round.said), full = fullLines(kind, number, calls);
  const [first, ...rest] = verdict(checked);
  place.replaceChildren(make("p", { class: full.length ? "shout" : "verdict" }, first), ...rest.map((text) => make("p", {}, text)),
    ...(number > inPlay(kind) ? [make("p", { class: "fault" }, say("not_in_play"))] : []));
  table.append(boardTable(kind, number, struckCell(calls), full.map(({ line }) => line)), screenButton(kind, number));
  const answered = full.length ? kind.lines[full[0].line].filter((cell) => PHRASES[board(kind, number)[cell]].answer) : [];
  if (answered.length) table.append(answers(board(kind, number), answered));
}

function screenButton(kind, number) {
  const sheet = sheetId(kind, number), there = round.shown === sheet;
  return make("p", { class: "acts" }, make("button", { type: "button", id: "to-screen", click: () => {
    changeRound({ shown: there ? null : sheet });
    show();
    find("#to-screen").focus();
  } }, say(there ? "off_screen" : "to_screen")));
}

function answers(phrases, cells) {
  return make("details", { class: "answers" }, make("summary", {}, say("answer_now")),
    make("dl", {}, ...cells.flatMap((cell) => [make("dt", {}, ...spoken(phrases[cell])), make("dd", {}, PHRASES[phrases[cell]].answer)])));
}

// All sheets that have bingo, by the call at which they had it.
function showWho() {
  if (!find("#who").open) return;
  const byCall = Array.from({ length: round.said.length + 1 }, () => []);
  for (const [kind, calls] of bingos) calls.forEach((call, place) => { if (call !== NEVER) byCall[call].push({ kind, number: place + 1 }); });
  let room = MOST_LISTED;
  const listing = byCall.map((sheets, call) => {
    const listed = sheets.slice(0, room);
    room -= listed.length;
    return [call, listed];
  }).filter(([, sheets]) => sheets.length);
  const button = (sheet) => make("li", {}, make("button", { type: "button", click: () => { choose(sheet); find("#check-number").focus(); } }, sheetId(sheet.kind, sheet.number)));
  find("#who-list").replaceChildren(
    ...(winners ? [] : [make("p", {}, say("who_nobody"))]),
    ...listing.flatMap(([call, sheets]) => [make("h3", {}, say("who_call", { n: call })), make("ul", { class: "acts" }, ...sheets.map(button))]),
    ...(winners > MOST_LISTED ? [make("p", {}, say("who_more", { n: winners - MOST_LISTED }))] : []));
}

find("#check-form").addEventListener("submit", (event) => {
  event.preventDefault();
  check(find("#check-number").value);
});
find("#who").addEventListener("toggle", () => showWho());
find("#check-number-hint").textContent = say(KINDS.length > 1 ? "check_hint" : "check_hint_short", { sheet: sheetId(KINDS[0], Math.min(7, KINDS[0].count)) });
