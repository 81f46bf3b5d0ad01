// Playing without paper: a link to each sheet, and a code where the page lies on a web server.

const WEB = /^https?:\/\/[^\s/]+/;

// Where this folder lies in the web, with a slash at its end: as typed, or as this page was opened; null if it does not.
function webFolder() {
  const typed = find("#join-address").value.trim().replace(/(index|bogen)\.html.*$/, "");
  if (typed) return WEB.test(typed) ? typed.replace(/\/*$/, "/") : null;
  return WEB.test(location.href) ? new URL(".", location.href).href : null;
}

const joinLink = (kind, number) => (webFolder() || "") + sheetPage(kind, number);

// The sheet whose link is shown; the first one if none was typed.
function joinSheet() {
  return meant(find("#join-number").value).sheets?.[0] || { kind: KINDS[0], number: 1 };
}

function showJoin() {
  const { kind, number } = joinSheet(), sheet = sheetId(kind, number), folder = webFolder(), link = find("#join-link");
  link.href = sheetPage(kind, number);
  link.textContent = say("join_open", { sheet });
  const code = folder && qrPicture(joinLink(kind, number), say("join_code", { sheet }));
  find("#join-code").replaceChildren(...(code ? [code] : []));
  const typed = find("#join-address").value.trim();
  find("#join-fault").textContent = typed && !folder ? say("join_wrong") : folder && !code ? say("join_too_long") : "";
  for (const button of all("#join-form [data-step]")) {
    const next = number + Number(button.dataset.step);
    button.disabled = next < 1 || next > kind.count;
  }
}

async function copyLinks() {
  const links = KINDS.flatMap((kind) => Array.from({ length: inPlay(kind) }, (_, place) => `${sheetId(kind, place + 1)}\t${new URL(joinLink(kind, place + 1), location.href).href}`));
  try {
    await navigator.clipboard.writeText(links.join("\n"));
    find("#join-copied").textContent = say("join_copied", { n: links.length });
  } catch {
    find("#join-copied").textContent = say("join_not_copied");
  }
}

find("#join-number").value = sheetId(KINDS[0], 1);
find("#join-address").value = recall("address", "");
find("#join-form").addEventListener("submit", (event) => event.preventDefault());
find("#join-number").addEventListener("input", showJoin);
find("#join-address").addEventListener("input", () => {
  remember("address", find("#join-address").value.trim());
  showJoin();
});
for (const button of all("#join-form [data-step]")) {
  button.addEventListener("click", () => {
    const { kind, number } = joinSheet();
    find("#join-number").value = sheetId(kind, number + Number(button.dataset.step));
    showJoin();
  });
}
find("#join-copy").addEventListener("click", copyLinks);
showJoin();
