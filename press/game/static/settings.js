// The rounds side by side, and how the one on this page is set up.

function showRounds() {
  find("#rounds").replaceChildren(...numbers().map((number) => make("li", {},
    make("a", { href: `#runde-${number}`, "aria-current": number === current ? "page" : false }, number === current ? round.name : roundOf(number).name))));
}

function showSettings() {
  find("#round-name").value = round.name;
  find("#given-out").replaceChildren(...KINDS.flatMap((kind) => {
    const id = `given-${kind.code}`;
    return [make("label", { for: id }, say("in_play", { kind: `${kind.title} (${kind.code})` })),
      make("input", { id, type: "number", min: "0", max: String(kind.count), value: String(inPlay(kind)), inputmode: "numeric", "aria-describedby": `${id}-hint`,
        change: (event) => {
          changeRound({ inPlay: { ...round.inPlay, [kind.code]: event.target.value === "" ? kind.count : Math.max(0, Math.floor(Number(event.target.value))) } });
          event.target.value = String(inPlay(kind));
          show();
        } }),
      make("p", { class: "hint", id: `${id}-hint` }, say("in_play_hint", { n: kind.count }))];
  }));
}

find("#new-round").addEventListener("click", () => { location.hash = `#runde-${nextNumber()}`; });
find("#round-name").addEventListener("change", (event) => {
  changeRound({ name: event.target.value.trim() || fresh(current).name });
  event.target.value = round.name;
  show();
});
find("#from-start").addEventListener("click", () => {
  step([]);
  clearChecked();
  show();
});
find("#delete").addEventListener("click", () => {
  if (!confirm(say("delete_sure", { name: round.name }))) return; // no step back leads there
  removeRound(current);
  turnTo(numbers().at(-1) || 1);
  history.replaceState(null, "", `#runde-${current}`);
});
find("#settings-form").addEventListener("submit", (event) => event.preventDefault());
