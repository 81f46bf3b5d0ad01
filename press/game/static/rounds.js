// Rounds: several side by side, each remembered on its own, so that two windows may lead two of them.
// A round is { name, said, before, inPlay, shown }: phrases in the order they were said; what was said before each step,
// to go back; how many sheets of each kind were given out; the sheet that the screen shows, if it shows one.

const STEPS = 200; // that can be undone
const numbers = () => recall("rounds", []);
const HASH = /^#(runde|leinwand)-(\d+)$/;

let current = 0; // the number of the round on this page
let round = null;

function fresh(number) {
  return { name: `${GAME.words.caller_round} ${number}`, said: [], before: [], inPlay: {}, shown: null };
}

// Whatever a browser remembered, only what can be a round is taken.
function whole(number, told) {
  const plain = fresh(number);
  if (!told || typeof told !== "object") return plain;
  const known = (list) => Array.isArray(list) && list.every((phrase) => PHRASES[phrase]) && new Set(list).size === list.length;
  return {
    name: typeof told.name === "string" && told.name.trim() ? told.name : plain.name,
    said: known(told.said) ? told.said : [],
    before: Array.isArray(told.before) ? told.before.filter(known) : [],
    inPlay: told.inPlay && typeof told.inPlay === "object" ? told.inPlay : {},
    shown: typeof told.shown === "string" ? told.shown : null,
  };
}

const roundOf = (number) => whole(number, recall(`round/${number}`, null));

function openRound(number) {
  if (!numbers().includes(number)) remember("rounds", [...numbers(), number].sort((one, other) => one - other));
  current = number;
  round = roundOf(number);
  remember(`round/${number}`, round);
}

const nextNumber = () => Math.max(0, ...numbers()) + 1;

// The round that the address names, or the last one that was led.
function roundWanted() {
  const found = HASH.exec(location.hash);
  return found ? Number(found[2]) : numbers().at(-1) || 1;
}

function changeRound(change) {
  Object.assign(round, change);
  remember(`round/${current}`, round);
}

function step(said) {
  changeRound({ said, before: [...round.before, round.said].slice(-STEPS), shown: null });
}

// Says a phrase, or takes it back if it was said.
function toggle(phrase) {
  step(round.said.includes(phrase) ? round.said.filter((one) => one !== phrase) : [...round.said, phrase]);
}

function undo() {
  if (round.before.length) changeRound({ said: round.before.at(-1), before: round.before.slice(0, -1), shown: null });
}

function removeRound(number) {
  remember("rounds", numbers().filter((one) => one !== number));
  forget(`round/${number}`);
}

// How many sheets of a kind this round is played with: the first ones.
function inPlay(kind) {
  const wanted = round.inPlay[kind.code];
  return Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, kind.count) : kind.count;
}
