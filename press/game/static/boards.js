// The order's boards, as the press dealt them. A board is a row of phrases by their place, NOTHING for the free cell.

const PHRASES = GAME.phrases;
const NOTHING = 65535;

// Cells of all boards of a kind of sheets, one after the other.
function cells(kind) {
  const { digits } = GAME, value = new Map([...digits].map((digit, place) => [digit, place]));
  const count = kind.count * kind.rows * kind.columns, found = new Uint16Array(count);
  for (let cell = 0, at = 0; cell < count; cell += 1) {
    let phrase = 0;
    for (let digit = 0; digit < kind.wide; digit += 1, at += 1) phrase = phrase * digits.length + (value.get(kind.cells[at]) ?? NaN);
    found[cell] = Number.isNaN(phrase) ? NOTHING : phrase;
  }
  return found;
}

const KINDS = GAME.kinds.map((kind) => ({ ...kind, size: kind.rows * kind.columns, cells: cells(kind) }));

// The phrases of a board, by its number from 1.
function board(kind, number) {
  return kind.cells.subarray((number - 1) * kind.size, number * kind.size);
}

const sheetId = (kind, number) => `${kind.code}-${String(number).padStart(4, "0")}`;
