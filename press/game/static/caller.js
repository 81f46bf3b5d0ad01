// The caller's page: says phrases, and shows what is so by then.

const SHOW_FINDER = 16; // phrases that one surveys without a search
const TWICE_MS = 500; // a second tap so soon is a slip, not a change of mind

let bingos = new Map(); // kind → the call of each board's bingo
let winners = 0;

function countBingos() {
  const calls = callOf(round.said);
  bingos = new Map(KINDS.map((kind) => [kind, bingoCalls(kind, calls, inPlay(kind))]));
  winners = 0;
  for (const ends of bingos.values()) for (let place = 0; place < ends.length; place += 1) winners += ends[place] !== NEVER;
}

const boardsInPlay = () => KINDS.reduce((sum, kind) => sum + inPlay(kind), 0);

// Phrases

function phraseButton(phrase) {
  return make("li", { "data-phrase": phrase }, make("button", { type: "button", class: "cell phrase", "aria-pressed": "false" }, ...spoken(phrase),
    make("span", { class: "at", "aria-hidden": "true" })));
}

function showPhrases() {
  const calls = callOf(round.said);
  for (const item of all("#phrase-list > li")) {
    const call = calls[Number(item.dataset.phrase)], button = item.firstChild;
    button.setAttribute("aria-pressed", String(call !== NEVER));
    find(".at", button).textContent = call === NEVER ? "" : say("call", { n: call });
    item.classList.toggle("newest", call === round.said.length && call > 0);
  }
}

let tapped = { phrase: null, at: 0 };

function tap(phrase) {
  const slip = tapped.phrase === phrase && performance.now() - tapped.at < TWICE_MS;
  if (slip) return;
  tapped = { phrase, at: performance.now() };
  saySo(phrase);
}

function saySo(phrase) {
  const before = winners;
  toggle(phrase);
  show();
  const said = round.said.includes(phrase);
  announce(find("#heard"), said
    ? say("announced", { n: phrase + 1, text: PHRASES[phrase].text, call: say("call", { n: round.said.length }) })
    : say("taken_back", { n: phrase + 1 }));
  announce(find("#heard-bingo"), said && winners > before ? counted("bingo", winners) : "");
}

function draw() {
  const left = PHRASES.map((_, phrase) => phrase).filter((phrase) => !round.said.includes(phrase));
  if (left.length) saySo(left[crypto.getRandomValues(new Uint32Array(1))[0] % left.length]);
}

function undoLast() {
  undo();
  show();
  announce(find("#heard"), say("undone", { n: round.said.length }));
  announce(find("#heard-bingo"), "");
}

function search() {
  const text = find("#find").value.trim().toLowerCase();
  const fits = (phrase) => !text || String(phrase + 1) === text || (!/^\d+$/.test(text) && PHRASES[phrase].text.toLowerCase().includes(text));
  const found = PHRASES.map((_, phrase) => phrase).filter(fits);
  for (const item of all("#phrase-list > li")) item.hidden = !fits(Number(item.dataset.phrase));
  find("#find-none").textContent = found.length ? "" : say("find_none", { text: find("#find").value.trim() });
  return found;
}

// What is so by now

function showNow() {
  const latest = round.said.at(-1), calls = round.said.length;
  find("#latest").replaceChildren(...(latest === undefined ? [say("nothing_yet")] : spoken(latest)));
  find("#now-title").textContent = calls ? `${say("latest")} · ${say("call", { n: calls })}` : say("caller_title");
  find("#said-count").textContent = written(calls);
  find("#said-of").textContent = say("of_said", { n: PHRASES.length });
  find("#bingo-count").textContent = written(winners);
  find("#bingo-of").textContent = say("with_bingo", { n: boardsInPlay() });
  find("#bingo-sum").classList.toggle("won", winners > 0);
  find("#undo").disabled = !round.before.length;
  find("#draw").disabled = calls === PHRASES.length;
  find("#draw").textContent = say(calls === PHRASES.length ? "all_said" : "draw");
  find("#answer").hidden = latest === undefined;
  find("#answer-text").textContent = latest === undefined ? "" : PHRASES[latest].answer;
}

function showHistory() {
  find("#history").replaceChildren(...[...round.said].reverse().map((phrase) => make("li", {}, ...spoken(phrase))));
  find("#history").start = round.said.length;
  find("#history-empty").hidden = round.said.length > 0;
}

function show() {
  countBingos();
  showNow();
  showPhrases();
  showHistory();
  showRounds();
  showChecked();
  showWho();
  showScreen();
  tellScreen();
}

function turnTo(number) {
  openRound(number);
  clearChecked();
  showSettings();
  show();
  showWindow();
  if (!HASH.test(location.hash)) history.replaceState(null, "", `#runde-${current}`); // to be found again
}

// Leads to a part of the page; the address keeps the round.
function leadTo(event) {
  event.preventDefault();
  const part = find(event.currentTarget.getAttribute("href"));
  part.scrollIntoView();
  part.focus({ preventScroll: true });
}

// Set up

for (const link of all(".skip, .to-check")) link.addEventListener("click", leadTo);

find("#phrase-list").append(...PHRASES.map((_, phrase) => phraseButton(phrase)));
find("#phrase-list").addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item && event.target.closest("button")) tap(Number(item.dataset.phrase));
});
find("#finder").hidden = PHRASES.length <= SHOW_FINDER;
find("#find").addEventListener("input", search);
find("#find").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const found = search();
  if (found.length !== 1) return;
  tap(found[0]);
  find("#find").value = "";
  search();
});
find("#undo").addEventListener("click", undoLast);
find("#draw").addEventListener("click", draw);
addEventListener("hashchange", () => { if (HASH.test(location.hash)) turnTo(roundWanted()); });
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && event.target.tagName !== "INPUT") {
    event.preventDefault();
    undoLast();
  }
});
whenChangedElsewhere((name) => {
  if (name === "rounds") showRounds();
  if (name === `round/${current}`) {
    round = roundOf(current);
    show();
  }
});
find("#forgets").hidden = remembers;
turnTo(roundWanted());
