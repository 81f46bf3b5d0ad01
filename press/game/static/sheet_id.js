// A sheet's ID as people type it: 0FAF-0007, 0faf–7, with spaces, or the number alone.

const MISREAD = { O: "0", I: "1", L: "1" }; // as the press reads them
const DASH = "\\s*[-\u2010-\u2015\u2212]\\s*|\\s+"; // hyphens and dashes of all kinds, or a space
const WITH_CODE = new RegExp(`^([0-9A-Z]{4})(?:${DASH})([0-9OIL]{1,9})$`);
const JOINED = /^(?=.*[A-Z])([0-9A-Z]{4})([0-9OIL]{4,9})$/;
const ALONE = /^\d{1,9}$/;

const plain = (text) => text.replace(/[OIL]/g, (letter) => MISREAD[letter]);

// The sheets that a text may mean, as { kind, number }; or why it means none, as { error }.
function meant(text) {
  const typed = text.trim().toUpperCase();
  const found = WITH_CODE.exec(typed) || JOINED.exec(typed);
  if (!found && !ALONE.test(typed)) return { error: say("no_sheet", { text: text.trim(), sheet: sheetId(KINDS[0], 1) }) };
  const number = Number(plain(found ? found[2] : typed));
  const kinds = found ? KINDS.filter((kind) => kind.code === plain(found[1])) : KINDS;
  if (!kinds.length) return { error: say("other_order", { code: plain(found[1]), codes: listed(KINDS.map((kind) => kind.code)) }) };
  const there = kinds.filter((kind) => number >= 1 && number <= kind.count);
  if (there.length) return { sheets: there.map((kind) => ({ kind, number })) };
  const last = kinds.reduce((most, kind) => (kind.count > most.count ? kind : most));
  return { error: say("beyond", { sheet: sheetId(last, number), last: sheetId(last, last.count) }) };
}

// Where a sheet is played on a screen, seen from the caller's page.
const sheetPage = (kind, number) => `bogen.html#${sheetId(kind, number)}`;
