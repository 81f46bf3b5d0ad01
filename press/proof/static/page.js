// The proof page: boards looked up by number, pages shown large, lines switched. Without it the page still shows
// all pages, findings and files. Texts from data enter only through textContent.
"use strict";

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

// Lines: the same switches stand on the page and in the viewer.

for (const box of all("[data-line]")) {
  box.addEventListener("change", () => {
    for (const other of all(`[data-line="${box.dataset.line}"]`)) other.checked = box.checked;
  });
}

// Boards

const MISREAD = { O: "0", I: "1", L: "1" }; // as the press reads sheet IDs
let data = null;
const chunks = new Map(); // "product/chunk" → { cells, links } or the function that waits for it

function pressData(value) { // called by proof/data.js
  data = value;
  lookUp();
}

function pressBoards(product, chunk, cells, links) { // called by proof/boards-….js
  const waiting = chunks.get(`${product}/${chunk}`);
  chunks.set(`${product}/${chunk}`, { cells, links });
  if (typeof waiting === "function") waiting();
}

function withChunk(product, chunk, use) {
  const key = `${product.id}/${chunk}`;
  const there = chunks.get(key);
  if (there && typeof there !== "function") return use(there);
  chunks.set(key, () => use(chunks.get(key)));
  if (!there) document.head.append(make("script", { src: `proof/boards-${product.id}-${chunk + 1}.js` }));
}

const sheetId = (product, number) => `${product.code}-${String(number).padStart(4, "0")}`;

function typed(text) {
  const found = /^(?:([0-9A-Z]{4})\s*[-–]\s*)?(\d{1,9})$/.exec(text.trim().toUpperCase());
  return found && { code: found[1] && found[1].replace(/[OIL]/g, (letter) => MISREAD[letter]), number: Number(found[2]) };
}

const last = (product) => product.first + product.boards - 1;

// Whether a product has the board: an item may be spread over several files.
function holds(product, id, code = product.code) {
  return (id.code || code) === product.code && id.number >= product.first && id.number <= last(product);
}

// The chosen product, or the one that a whole sheet ID names.
function wanted(choice, text) {
  if (!choice) return data.products[0];
  const chosen = data.products.find((one) => one.id === choice.value), id = typed(text);
  const named = id && !holds(chosen, id) && data.products.find((one) => holds(one, id, chosen.code));
  if (!named) return chosen;
  choice.value = named.id;
  showRange(named.id);
  return named;
}

function showRange(id) {
  for (const range of all("#look-up-range [data-product]")) range.hidden = range.dataset.product !== id;
}

function asked(product, text) {
  const id = typed(text);
  if (!id) return { error: `„${text.trim()}“ ist keine Bogennummer. Sie sieht aus wie ${sheetId(product, product.first)}.` };
  if (id.code && id.code !== product.code) return { error: `Ein Bogen ${id.code} gehört nicht zu diesem Stand; hier beginnen alle mit ${product.code}.` };
  const [from, to] = [product.first, last(product)];
  if (id.number < from || id.number > to) return { error: `Es gibt die Bogen ${from.toLocaleString("de")} bis ${to.toLocaleString("de")}.` };
  return { number: id.number };
}

// Digits as a number, as the press writes them; less than none for the free cell.
const value = (digits) => [...digits].reduce((sum, digit) => sum * data.digits.length + data.digits.indexOf(digit), 0);

function boardTable(product, number, cells) {
  const size = product.rows * product.columns * product.wide;
  const text = cells.slice((number - product.first) % product.chunk * size).slice(0, size);
  const letters = Array.from({ length: product.columns }, (_, c) => String.fromCharCode(65 + c));
  const head = make("tr", {}, make("td"), ...letters.map((letter) => make("th", { scope: "col" }, letter)));
  const rows = Array.from({ length: product.rows }, (_, r) => make("tr", {}, make("th", { scope: "row" }, String(r + 1)),
    ...letters.map((_, c) => cell(text.slice((r * product.columns + c) * product.wide).slice(0, product.wide)))));
  return make("table", { style: `--columns:${product.columns}` }, make("caption", {}, "Bogen ", make("b", {}, sheetId(product, number)),
    ...(product.columns > 3 ? [make("small", {}, "Weitere Spalten rechts: seitlich schieben")] : [])),
    make("thead", {}, head), make("tbody", {}, ...rows));
}

function cell(digits) {
  const index = value(digits);
  if (index < 0) return make("td", { class: "free" }, make("div", {}, "frei"));
  return make("td", {}, make("div", {}, make("span", { class: "disc" }, String(index + 1)), " ", data.phrases[index]));
}

function beside(product, number, links) {
  const at = (number - product.first) % product.chunk * product.linkWide;
  const link = product.links[links ? value(links.slice(at).slice(0, product.linkWide)) : 0];
  const page = (number - product.first) % product.pages + 1; // boards lie in stack-cut order
  return make("p", {}, make("a", { href: `${product.file}#page=${page}` }, `Seite ${page} im PDF`), " · Der Code führt zu ",
    make("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, link.replace("https://", "")));
}

function lookUp() {
  const form = find("#look-up-form");
  if (!form || !data) return;
  const choice = find("#look-up-product");
  const field = find("#look-up-number"), place = find("#look-up-board");
  const product = wanted(choice, field.value);
  const { number, error } = asked(product, field.value);
  if (error) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  for (const button of all("[data-step]", form)) {
    const next = number + Number(button.dataset.step);
    button.disabled = !(next >= product.first && next <= last(product));
  }
  if (error) return place.replaceChildren(make("p", { class: "error" }, error));
  withChunk(product, Math.floor((number - product.first) / product.chunk), ({ cells, links }) =>
    place.replaceChildren(boardTable(product, number, cells), beside(product, number, links)));
}

function setUpLookUp(form) {
  const field = find("#look-up-number"), choice = find("#look-up-product");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    lookUp();
  });
  for (const button of all("[data-step]", form)) {
    button.addEventListener("click", () => {
      const parts = /^(.*?)(\d+)\s*$/.exec(field.value);
      field.value = parts[1] + String(Number(parts[2]) + Number(button.dataset.step)).padStart(parts[2].length, "0");
      lookUp();
    });
  }
  if (!choice) return;
  choice.addEventListener("change", () => {
    showRange(choice.value);
    field.value = String(data.products.find((one) => one.id === choice.value).first);
    lookUp();
  });
}

// The viewer

const viewer = find("#viewer"), size = find("#viewer-zoom");
let pages = [], shown = 0;

function zoom(large) {
  const wanted = Number(size.value);
  large.style.setProperty("--zoom", String(wanted / 100));
  large.toggleAttribute("data-zoomed", wanted > 100);
  size.nextElementSibling.textContent = `${wanted} %`;
}

function show(index) {
  shown = (index + pages.length) % pages.length;
  const link = pages[shown], figure = link.closest(".page");
  const notes = all(`[data-page="${figure.id}"]`).map((note) => note.cloneNode(true));
  const large = make("div", { class: "large", style: figure.getAttribute("style") }, make("div", { class: "crop" }, find(".sheet", figure).cloneNode(true)));
  find("img", large).loading = "eager";
  zoom(large);
  find("#viewer-page").replaceChildren(large, ...(notes.length ? [make("div", { class: "notes" }, ...notes)] : []));
  find("#viewer-title").textContent = `${find("h3", link.closest(".product")).textContent} · ${all("figcaption *", figure).map((part) => part.textContent).join(" · ")}`;
  find("#viewer-pdf").href = link.dataset.pdf;
}

for (const link of all(".page a")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own was asked for
    event.preventDefault();
    pages = all(".page a", link.closest(".edition"));
    viewer.showModal();
    find("#viewer-page").focus(); // not by autofocus: a page that is loaded anew has its focus elsewhere
    show(pages.indexOf(link));
  });
}

find("#viewer-back").addEventListener("click", () => show(shown - 1));
find("#viewer-next").addEventListener("click", () => show(shown + 1));
find("#viewer-close").addEventListener("click", () => viewer.close());
size.addEventListener("input", () => zoom(find(".large", viewer)));
viewer.addEventListener("keydown", (event) => {
  if (event.target === size) return; // its own keys
  if (event.key === "ArrowLeft") show(shown - 1);
  if (event.key === "ArrowRight") show(shown + 1);
});
viewer.addEventListener("close", () => pages[shown].focus());

// Before and after over each other. What changed comes by a script of its own: so the section listens.

find("#changes").addEventListener("input", (event) => {
  const wipe = event.target.closest(".wipe");
  if (wipe && event.target.type === "range") wipe.style.setProperty("--cut", `${event.target.value}%`);
});

// On a phone, what is long is folded away, but where something was found; whoever is sent to a part of it sees it.

function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
}

if (matchMedia("(max-width: 600px)").matches) {
  for (const fold of all("details.folded")) fold.open = Boolean(find(".note", fold));
  for (const way of all('.ways a[href^="#product-"]')) {
    way.addEventListener("click", () => { find(`${way.getAttribute("href")} details.editions`).open = true; });
  }
}
addEventListener("hashchange", unfold);
unfold();

if (find("#look-up-form")) setUpLookUp(find("#look-up-form"));
if (find("#print")) find("#print").addEventListener("click", () => window.print());
