// What happens when: filters, clicks and keys.
function summarise() {
  const { failed = 0, ...done } = INDEX.counts;
  const told = Object.entries(done).filter(([, count]) => count).map(([status, count]) => `${number(count)} ${say(status)}`);
  if (failed) told.push(`${number(failed)} ${say("failed")}`);
  const total = FILES.reduce((sum, file) => [sum[0] + file.changes, sum[1] + file.removed], [0, 0]);
  $("summary").textContent = [told.join(", "), say("changes", total[0]), say("removed", total[1])].join(" · ");
}

function open(file) {
  shown.file = null;
  current = null;
  tell(null);
  $("text").replaceChildren();
  if (file) show(file);
  drawAbout();
  $("reader").scrollTop = 0;
  markFile();
}

function markFile() {
  for (const row of $("files").querySelectorAll("[data-file]")) {
    const here = shown.file && Number(row.dataset.file) === shown.file.id;
    row.setAttribute("aria-current", String(Boolean(here)));
    if (here) row.scrollIntoView({ block: "nearest" });
  }
}

// After a filter changed: the lists again, and the file that is open if it is still listed.
function refilter() {
  FILES.forEach(weigh);
  filesShown = MOST_FILES;
  drawChoices();
  drawChart();
  drawFiles();
  const [first] = listed();
  open(shown.file?.listed ? shown.file : first);
}

function chosen(step) {
  const { changes } = shown;
  const from = current ? current.number : step > 0 ? -1 : changes.length;
  for (let at = from + step; at >= 0 && at < changes.length; at += step) if (fits(changes[at])) return changes[at];
  return null;
}

function move(step) {
  const next = shown.file && chosen(step);
  if (next) return look(next);
  const files = listed();
  for (let at = files.indexOf(shown.file) + step; at >= 0 && at < files.length; at += step) {
    if (!files[at].fitting) continue;
    open(files[at]);
    return look(chosen(step));
  }
}

function moveFile(step) {
  const files = listed();
  const next = files[files.indexOf(shown.file) + step];
  if (next) open(next);
}

function decide(changes) {
  if (!current) return;
  refuse(changes, !isRefused(current));
  redress();
  tell(current);
  const most = Math.max(0.01, ...listed().map((file) => file.share));
  for (const file of new Set(changes.map((change) => change.file))) {
    $("files").querySelector(`[data-file="${file.id}"]`)?.parentElement.replaceWith(fileRow(file, most));
  }
}

function keys() {
  const bindings = [["j k", "keyNext"], ["J K", "nextFile"], ["x", "keyRefuse"], ["X", "keyAlike"], ["/", "keySearch"], ["Esc", "reset"], ["e", "keyExport"]];
  $("bindings").replaceChildren(...bindings.flatMap(([key, word]) => [make("dt", "", key), make("dd", "", say(word))]));
  $("help").showModal();
}

const ACTIONS = {
  j: () => move(1), k: () => move(-1), J: () => moveFile(1), K: () => moveFile(-1),
  x: () => current && decide([current]), X: () => current && decide(alike(current)),
  "/": () => $("search").focus(), e: exportDecisions, "?": keys,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  const typing = event.target.matches("input[type=search], select");
  if (event.key === "Escape") {
    menu(false);
    if (typing) event.target.blur();
  }
  if (typing && event.key === "Enter" && event.target === $("search")) {
    event.target.blur();
    return move(1);
  }
  if (typing || !ACTIONS[event.key]) return;
  event.preventDefault();
  ACTIONS[event.key]();
});

const changeAt = (target) => {
  const span = target.closest?.("[data-change]");
  return span && shown.changes[span.dataset.change];
};

$("text").addEventListener("click", (event) => {
  const change = changeAt(event.target);
  if (change) look(change, { scroll: false });
});
$("text").addEventListener("focusin", (event) => {
  const change = changeAt(event.target);
  if (change && change !== current) look(change, { scroll: false });
});
$("text").addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  tell(changeAt(event.target) ?? current);
});
$("text").addEventListener("pointerleave", () => tell(current));

$("files").addEventListener("click", (event) => {
  const row = event.target.closest("[data-file], [data-more]");
  if (!row) return;
  if ("more" in row.dataset) {
    filesShown += MOST_FILES;
    return drawFiles();
  }
  open(FILES[row.dataset.file]);
  menu(false);
});
$("chart").addEventListener("click", (event) => {
  const row = event.target.closest("[data-rule], [data-more]");
  if (!row) return;
  if ("more" in row.dataset) {
    allRules = !allRules;
    return drawChart();
  }
  filter.rule = filter.rule === row.dataset.rule ? "" : row.dataset.rule;
  filter.family = "";
  refilter();
});
$("about").addEventListener("change", (event) => {
  const number = event.target.dataset.earlier;
  if (number === undefined) return;
  shown.file.withdrawn[event.target.checked ? "delete" : "add"](Number(number));
  unsaved = true;
  keep();
});

for (const name of ["family", "rule", "safety", "decided"]) {
  $(name).addEventListener("change", (event) => {
    filter[name] = event.target.value;
    if (name === "family") filter.rule = "";
    refilter();
  });
}
let waiting;
$("search").addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    filter.words = event.target.value.trim().toLowerCase();
    refilter();
  }, 150);
});
$("order").addEventListener("change", () => {
  drawFiles();
  markFile();
});

function menu(open) {
  document.body.classList.toggle("menu", open);
  $("menu").setAttribute("aria-expanded", String(open));
}
document.addEventListener("pointerdown", (event) => {
  if (document.body.classList.contains("menu") && !event.target.closest("#side, #menu")) menu(false);
});
$("menu").addEventListener("click", () => menu(!document.body.classList.contains("menu")));
$("previous").addEventListener("click", () => move(-1));
$("next").addEventListener("click", () => move(1));
$("refuse").addEventListener("click", () => ACTIONS.x());
$("alike").addEventListener("click", () => ACTIONS.X());
$("export").addEventListener("click", exportDecisions);
$("keys").addEventListener("click", keys);
$("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  start();
});
window.addEventListener("beforeunload", (event) => unsaved && event.preventDefault());

function start() {
  speak();
  $("language").textContent = say("language");
  summarise();
  const { file } = shown;
  const was = current;
  FILES.forEach(weigh);
  drawChoices();
  drawChart();
  drawFiles();
  open(file ?? listed()[0]);
  if (was) look(was);
}

recall();
start();
document.documentElement.dataset.ready = "";
