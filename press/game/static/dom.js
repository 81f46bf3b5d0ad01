"use strict";

// The page's parts, and words with values put in. Texts from data enter only through textContent.

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...content);
  return element;
}

find("#no-script").hidden = true;
const GAME = JSON.parse(find("#game").textContent);

// A word of the page by its key: `{n}` and its like are replaced by values, numbers written as in German.
function say(key, values = {}) {
  return GAME.words[key].replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
}

const written = (value) => (typeof value === "number" ? value.toLocaleString("de") : String(value));

// One of two words, by how many there are: `…_one`, `…_many`.
const counted = (key, n) => say(`${key}_${n === 1 ? "one" : "many"}`, { n });

function listed(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${say("and")} ${parts.at(-1)}`;
}

// What a reader hears. The same words twice in a row are heard twice.
function announce(region, text) {
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
