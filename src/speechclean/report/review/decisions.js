// Refusals: made, kept while the page is open (and across reloads, where the browser allows), and exported.
const KEEP = `speechclean:${INDEX.digest}`;
let unsaved = false;

function refuse(changes, refused) {
  for (const change of changes) change.file.refused[refused ? "add" : "delete"](change.number);
  unsaved = true;
  keep();
}

function keep() {
  const refused = FILES.filter((file) => file.refused.size || file.withdrawn.size).map((file) => [file.id, [...file.refused], [...file.withdrawn]]);
  try {
    localStorage.setItem(KEEP, JSON.stringify(refused));
  } catch {
    // not every browser keeps anything for a file from the disk
  }
  $("count").textContent = String(decided().length);
}

function recall() {
  try {
    for (const [id, refused, withdrawn] of JSON.parse(localStorage.getItem(KEEP) ?? "[]")) {
      FILES[id].refused = new Set(refused);
      FILES[id].withdrawn = new Set(withdrawn);
    }
  } catch {
    // what was kept is of no use
  }
  $("count").textContent = String(decided().length);
}

// Everything that is refused, as `--decisions` reads it.
function decided() {
  const made = FILES.flatMap((file) => {
    if (!file.refused.size && !INDEX.earlier.includes(file.id)) return [];
    const { changes, earlier } = read(file);
    const still = earlier.filter((_, number) => !file.withdrawn.has(number));
    const now = [...file.refused].sort((one, other) => one - other).map((number) => changes[number]).filter(Boolean).map(refusal);
    return [...still, ...now];
  });
  const seen = new Set();
  return [...INDEX.others, ...made].filter((entry) => {
    const mark = JSON.stringify(entry);
    return !seen.has(mark) && seen.add(mark);
  });
}

function refusal(change) {
  const context = ([before, after]) => ({ before, after });
  return {
    decision: "refuse",
    path: change.file.path,
    rule: RULES[change.by[0][0]].name,
    old: readText(change),
    new: newText(change),
    found: context(change.found),
    left: context(change.left ?? change.found),
    ordinal: change.ordinal ?? 0,
  };
}

function exportDecisions() {
  const entries = decided();
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  const text = `{"version": 1, "tool": ${JSON.stringify(INDEX.tool)}, "decisions": [\n${lines}\n]}\n`;
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "decisions.json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
  $("summary").textContent = say("exported", entries.length);
}
