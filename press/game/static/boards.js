// The order's boards, as the press dealt them. A board is a row of phrases by their place, NOTHING for the free cell.

const PHRASES = GAME.phrases;
const NOTHING = 65535;

// Cells of all boards of a kind of sheets, one after the other.
function cells(kind) {
  const { digits } = GAME, value = new Int16Array(128).fill(-1);
  [...digits].forEach((digit, place) => { value[digit.charCodeAt(0)] = place; });
  const count = kind.count * kind.rows * kind.columns, found = new Uint16Array(count);
  for (let cell = 0, at = 0; cell < count; cell += 1) {
    let phrase = 0;
    for (let digit = 0; digit < kind.wide; digit += 1, at += 1) phrase = phrase * digits.length + value[kind.cells.charCodeAt(at)];
    found[cell] = phrase < 0 ? NOTHING : phrase;
  }
  return found;
}

const KINDS = GAME.kinds.map((kind) => ({ ...kind, size: kind.rows * kind.columns, cells: cells(kind) }));

// The phrases of a board, by its number from 1.
function board(kind, number) {
  return kind.cells.subarray((number - 1) * kind.size, number * kind.size);
}

const sheetId = (kind, number) => `${kind.code}-${String(number).padStart(4, "0")}`;
