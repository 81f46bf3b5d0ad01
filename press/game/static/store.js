// What this browser remembers. Where it may not - a private window, a strict setting -, the page does for as long as
// it is open.

const memory = new Map();

const remembers = (() => {
  try {
    localStorage.setItem(`${GAME.key}/probe`, "1");
    localStorage.removeItem(`${GAME.key}/probe`);
    return true;
  } catch {
    return false;
  }
})();

function recall(name, otherwise) {
  try {
    const text = memory.get(name) ?? (remembers ? localStorage.getItem(`${GAME.key}/${name}`) : null);
    return text ? JSON.parse(text) : otherwise;
  } catch {
    return otherwise;
  }
}

function remember(name, value) {
  const text = JSON.stringify(value);
  memory.delete(name);
  try {
    if (remembers) return localStorage.setItem(`${GAME.key}/${name}`, text);
  } catch {} // it is full
  memory.set(name, text);
}

function forget(name) {
  if (remembers) localStorage.removeItem(`${GAME.key}/${name}`);
  memory.delete(name);
}

// Calls back with the name of whatever another window of this page has changed.
function whenChangedElsewhere(use) {
  addEventListener("storage", (event) => {
    if (event.key?.startsWith(`${GAME.key}/`)) use(event.key.slice(GAME.key.length + 1));
  });
}
