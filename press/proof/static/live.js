// Only while `invoke watch --serve` runs: loads the page anew after each build, where the reader was, and shows what is
// wrong. A block of its own, so that no name meets one of page.js. Texts from data enter only through textContent.
"use strict";

{
  const LOOK_MS = 100, GONE_MS = 2000; // between two questions; when nobody answers
  const KEPT = "press-live"; // in the tab's memory, from one loading to the next
  const GONE = { title: "Die Vorschau ist zu Ende", lines: ["Zu sehen ist der letzte Stand. Weiter geht es mit „invoke watch --serve“."], failed: false };
  const build = document.currentScript.dataset.build;

  const parts = (selector, root = document) => [...root.querySelectorAll(selector)];

  // What the reader sees. The page may have grown above it: so the place is that of the nearest part with a name; the
  // bar that sticks to the window is everywhere.

  const named = () => parts("main [id]:not(dialog *, .switches *)").filter((part) => part.getClientRects().length);
  const top = (part) => part.getBoundingClientRect().top;
  const nearest = () => named().reduce((one, other) => (!one || Math.abs(top(other)) < Math.abs(top(one)) ? other : one), null);
  // Ticks and verdict of a release were given to another state: they go.
  const details = () => parts("details").map((one) => [one, way(one)]);
  const fields = () => parts("input:not(#release :is(.ticks, .verdict) *), select, textarea").map((one) => [one, way(one)]);
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

  // The way to an element from the page's root, or from the nearest with a name: by it what has the focus keeps it, and
  // what was written, ticked or opened is found again.
  function way(element) {
    if (!element || element === document.body) return null;
    if (element.id) return `#${CSS.escape(element.id)}`;
    const place = parts(":scope > *", element.parentElement).indexOf(element) + 1;
    const above = element.parentElement === document.body ? "body" : way(element.parentElement);
    return above && `${above} > :nth-child(${place})`;
  }

  function keep() {
    const mark = nearest(), large = document.querySelector("#viewer[open]");
    sessionStorage.setItem(KEPT, JSON.stringify({
      mark: mark && mark.id, from: mark ? top(mark) : 0, y: scrollY,
      open: details().filter(([one]) => one.open).map(([, name]) => name),
      fields: fields().map(([one, name]) => [name, isTicked(one) ? one.checked : one.value]),
      focus: way(document.activeElement),
      large: large && typeof pages !== "undefined" && pages.length ? pages[shown].closest(".page").id : null, // of page.js
    }));
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    if (!kept || performance.getEntriesByType("navigation")[0].type !== "reload") return;
    for (const [one, name] of details()) if (kept.open.includes(name)) one.open = true;
    const values = new Map(kept.fields);
    for (const [one, name] of fields()) {
      if (!values.has(name)) continue;
      if (isTicked(one)) one.checked = values.get(name);
      else if (one.tagName !== "SELECT" || parts("option", one).some((option) => option.value === values.get(name))) one.value = values.get(name);
    }
    const form = document.getElementById("look-up-form");
    if (form) form.requestSubmit();
    const large = kept.large && document.getElementById(kept.large);
    if (large) large.querySelector("a").click();
    const focused = kept.focus && document.querySelector(kept.focus);
    if (focused) focused.focus({ preventScroll: true });
    const place = () => {
      const mark = kept.mark && document.getElementById(kept.mark);
      scrollTo({ top: mark ? scrollY + top(mark) - kept.from : kept.y, behavior: "instant" });
    };
    // Fonts and pictures that come later move it: it is found again until the reader moves on.
    const settling = new ResizeObserver(place);
    settling.observe(document.querySelector("main"));
    for (const move of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(move, () => settling.disconnect(), { once: true });
  }

  // What the press says

  const box = document.createElement("div");
  box.id = "live";
  box.setAttribute("role", "status");
  box.popover = "manual"; // above the large page, too
  let told = "";

  function tell(notice, looks = []) {
    const said = JSON.stringify([notice, looks]);
    if (told === said) return;
    told = said;
    if (box.matches(":popover-open")) box.hidePopover();
    if (!notice) return box.replaceChildren();
    const title = document.createElement("strong"), list = document.createElement("ul");
    title.textContent = notice.failed && build ? `${notice.title}. Zu sehen ist der letzte gute Stand.` : notice.title;
    list.append(...notice.lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      if (notice.failed) item.lang = "en"; // as the press says it
      return item;
    }));
    const pictures = document.createElement("div");
    pictures.className = "looks";
    pictures.append(...looks.map(({ title, picture }) => {
      const figure = document.createElement("figure"), image = document.createElement("img"), caption = document.createElement("figcaption");
      image.src = `${picture}?${Date.now()}`; // the next round's has the same name
      image.alt = "";
      caption.textContent = `${title}, noch nicht geprüft`;
      figure.append(image, caption);
      return figure;
    }));
    box.replaceChildren(title, ...(notice.lines.length ? [list] : []), ...(looks.length ? [pictures] : []));
    box.className = notice.failed ? "failed" : "";
    box.showPopover();
  }

  async function look() {
    let wait = LOOK_MS;
    try {
      const state = await (await fetch("live/state.json")).json();
      if (state.build && state.build !== build) return location.reload();
      tell(state.notice, state.looks);
    } catch {
      tell(GONE);
      wait = GONE_MS;
    }
    setTimeout(look, wait);
  }

  history.scrollRestoration = "manual"; // else the browser scrolls back to where the page was of another height
  document.body.append(box);
  addEventListener("pagehide", keep);
  restore();
  look();
}
