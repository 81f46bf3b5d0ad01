// The rules: a board has bingo at the call at which the first of its lines is full.

const NEVER = 65535;

// Phrase → the call it was said at, from 1; NEVER for what was not said.
function callOf(said) {
  const calls = new Uint16Array(PHRASES.length).fill(NEVER);
  said.forEach((phrase, place) => { calls[phrase] = place + 1; });
  return calls;
}

// The lines of a board that are full, as { line, call }: the first one first.
function fullLines(kind, number, calls) {
  const phrases = board(kind, number);
  return kind.lines
    .map((cells, line) => ({ line, call: Math.max(...cells.map((cell) => calls[phrases[cell]])) }))
    .filter(({ call }) => call !== NEVER)
    .sort((one, other) => one.call - other.call);
}

// Of each of the first boards of a kind, the call of its bingo; NEVER while it has none.
function bingoCalls(kind, calls, count = kind.count) {
  const found = new Uint16Array(count).fill(NEVER), { cells, lines, size } = kind;
  for (let number = 0, start = 0; number < count; number += 1, start += size) {
    let first = NEVER; // most lines end at their first or second cell: this is done for every board at every call
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      let last = 0;
      for (let cell = 0; cell < line.length && last < first; cell += 1) {
        const call = calls[cells[start + line[cell]]];
        if (call > last) last = call;
      }
      if (last < first) first = last;
    }
    found[number] = first;
  }
  return found;
}

// The phrases that the board's nearest line still waits for.
function missing(kind, number, calls) {
  const phrases = board(kind, number);
  return kind.lines
    .map((cells) => cells.map((cell) => phrases[cell]).filter((phrase) => calls[phrase] === NEVER))
    .reduce((least, left) => (left.length < least.length ? left : least));
}
