// The change that is looked at, and what is known of the file.
let current = null;

function tell(change) {
  const box = $("inspector");
  box.hidden = !change;
  if (!change) return;
  const told = $("told");
  told.replaceChildren();
  const head = make("p", "head");
  for (const [rule, evidence] of change.by) {
    const { name, safe, en, zh } = RULES[rule];
    head.append(make("b", safe ? "rule-name" : "rule-name unsafe", name));
    if (!safe) head.append(" ", make("span", "badge", say("unsafe")));
    const summary = (language === "zh" && zh) || en;
    if (summary) head.append(" ", make("span", "what", summary));
    if (evidence) head.append(" ", make("span", "evidence", visibleName(evidence)));
  }
  const swap = make("p", "swap");
  const old = make("del");
  write(old, short(readText(change)), { lines: true, one: true });
  const fresh = make("ins");
  write(fresh, short(newText(change)), { lines: true, one: true });
  swap.append(old);
  if (newText(change)) swap.append(" → ", fresh);
  swap.append(make("span", "where", say("at", ...change.at)));
  told.append(head, swap);
  const refused = isRefused(change);
  box.classList.toggle("refused", refused);
  $("refuse").firstElementChild.textContent = say(refused ? "takeBack" : "refuse");
  const same = change === current ? alike(change).length : 0;
  $("alike").hidden = same < 2;
  $("alike").firstElementChild.textContent = say(refused ? "alikeBack" : "alike", same);
}

function short(text) {
  const characters = Array.from(text.length > 4000 ? text.slice(0, 4000) : text);
  return characters.length > 160 ? `${characters.slice(0, 120).join("")} … ${characters.slice(-30).join("")}` : text;
}

// Look at a change: bring it into view and tell of it.
function look(change, { scroll = true } = {}) {
  const before = $("text").querySelector(".current");
  if (before) before.classList.remove("current");
  current = change;
  tell(change);
  const element = change && elementOf(change);
  if (!element) return;
  element.classList.add("current");
  element.focus({ preventScroll: true });
  if (scroll) element.scrollIntoView({ block: "center" });
}

function drawAbout() {
  const file = shown.file;
  const about = $("about");
  about.replaceChildren();
  if (!file) return about.append(make("p", "empty", say("empty")));
  const { notes, earlier } = read(file);
  about.append(make("h2", "", visibleName(file.path)));
  const facts = [say(file.status), say("changes", file.changes), say("removed", file.removed), file.encoding];
  if (file.truncated) facts.push(say("truncated"));
  about.append(make("p", "facts", facts.filter(Boolean).join(" · ")));
  if (earlier.length) about.append(earlierBox(file, earlier));
  if (notes.length) about.append(notesBox(notes, file.status === "held"));
}

function notesBox(notes, unfolded) {
  const box = make("details", "notes");
  box.open = unfolded;
  box.append(make("summary", "", `${say("notes")} · ${notes.length}`));
  const list = make("ul");
  for (const [kind, line, text, reading] of notes) {
    const item = make("li");
    item.append(make("span", "count", say("at", line, "").replace(/[,，].*$/, "")), " ", make("b", "", say("noted")[kind] ?? kind), " ");
    write(item, text.replace(/\s+/g, " "));
    if (reading) item.append(" → ", make("ins", "", reading));
    list.append(item);
  }
  box.append(list);
  return box;
}

function earlierBox(file, earlier) {
  const box = make("details", "notes earlier");
  box.append(make("summary", "", `${say("earlier")} · ${earlier.length}`), make("p", "", say("earlierTold")));
  const list = make("ul");
  earlier.forEach((entry, number) => {
    const item = make("li");
    const label = make("label");
    const tick = make("input");
    tick.type = "checkbox";
    tick.checked = !file.withdrawn.has(number);
    tick.dataset.earlier = number;
    label.append(tick, " ", make("b", "rule-name", entry.rule), " ");
    write(label, short(entry.old), { lines: true, one: true });
    item.append(label);
    list.append(item);
  });
  box.append(list);
  return box;
}
