// A board as a table: columns have letters, rows numbers, as on the sheets.

// `cellOf` makes the content of a cell's bubble from phrase and place; `full` are lines to be struck through.
function boardTable(kind, number, cellOf, full = []) {
  const phrases = board(kind, number);
  const letters = Array.from({ length: kind.columns }, (_, column) => String.fromCharCode(65 + column));
  const struck = new Set(full.flatMap((line) => kind.lines[line]));
  const row = (place) => make("tr", {}, make("th", { scope: "row" }, String(place + 1)), ...letters.map((_, column) => {
    const cell = place * kind.columns + column, free = phrases[cell] === NOTHING;
    const content = free ? [make("div", { class: "cell free" }, GAME.words.free_cell || "")] : cellOf(phrases[cell], cell);
    return make("td", { class: struck.has(cell) ? "struck" : false }, ...[content].flat());
  }));
  const table = make("table", { class: "board" },
    make("caption", {}, say("sheet_table", { sheet: sheetId(kind, number) })),
    make("thead", {}, make("tr", {}, make("td"), ...letters.map((letter) => make("th", { scope: "col" }, letter)))),
    make("tbody", {}, ...Array.from({ length: kind.rows }, (_, place) => row(place))));
  table.style.setProperty("--columns", String(kind.columns));
  return table;
}

// A phrase as it stands in a bubble, with its number.
const spoken = (phrase) => [make("span", { class: "disc" }, String(phrase + 1)), " ", make("span", { class: "sentence" }, PHRASES[phrase].text)];
