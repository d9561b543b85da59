// The side: what each rule took, and the files by rank.
const MOST_RULES = 8;
const MOST_FILES = 400;
// How much of the paths all files share, up to a slash: the list leaves it out.
const COMMON = FILES.length < 2 ? 0 : FILES.reduce((shared, { path }) => {
  let at = 0;
  while (at < shared.length && shared[at] === path[at]) at += 1;
  return shared.slice(0, at);
}, FILES[0].path).lastIndexOf("/") + 1;
let allRules = false;
let filesShown = MOST_FILES;

function drawChart() {
  const totals = new Map();
  for (const file of FILES) {
    for (const [rule, count, characters] of file.byRule) {
      const [counts, sum] = totals.get(rule) ?? [0, 0];
      totals.set(rule, [counts + count, sum + characters]);
    }
  }
  const rows = [...totals].sort((one, other) => other[1][1] - one[1][1]);
  const most = Math.max(1, ...rows.map(([, [, characters]]) => characters));
  const drawn = (allRules ? rows : rows.slice(0, MOST_RULES)).map(([rule, [count, characters]]) => {
    const { name, safe } = RULES[rule];
    const row = make("button", "rule");
    row.type = "button";
    row.dataset.rule = name;
    row.title = RULES[rule][language] || RULES[rule].en;
    row.setAttribute("aria-pressed", String(filter.rule === name));
    row.append(make("span", "name", name), make("span", "count", `${number(characters)} · ${number(count)}×`), bar(characters / most, safe));
    return row;
  });
  if (rows.length > MOST_RULES) {
    const more = make("button", "quiet", allRules ? say("fewer") : say("more", rows.length - MOST_RULES));
    more.type = "button";
    more.dataset.more = "";
    drawn.push(more);
  }
  $("chart").replaceChildren(...drawn);
}

function bar(share, safe = true) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 100 4");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, width] of [["ground", 100], [safe ? "measure" : "measure unsafe", share ? Math.max(0.8, share * 100) : 0]]) {
    const box = document.createElementNS(space, "rect");
    box.setAttribute("class", name);
    box.setAttribute("width", width.toFixed(2));
    box.setAttribute("height", "4");
    box.setAttribute("rx", "1");
    svg.append(box);
  }
  return svg;
}

const ORDERS = {
  share: (one, other) => other.share - one.share || other.fitting - one.fitting,
  changes: (one, other) => other.fitting - one.fitting,
  name: (one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0),
};

// The files that have something to show, in order.
function listed() {
  return FILES.filter((file) => file.listed).sort(ORDERS[$("order").value]);
}

function drawFiles() {
  const files = listed();
  const most = Math.max(0.01, ...files.map((file) => file.share));
  const rows = files.slice(0, filesShown).map((file) => fileRow(file, most));
  if (files.length > filesShown) {
    const more = make("button", "quiet", say("more", files.length - filesShown));
    more.type = "button";
    more.dataset.more = "";
    rows.push(make("li"));
    rows.at(-1).append(more);
  }
  for (const [path, why] of filter.words || ruled() ? [] : INDEX.failed) {
    const row = make("li", "failed");
    row.append(make("span", "name", visibleName(path)), make("span", "why", why));
    rows.push(row);
  }
  $("files").replaceChildren(...rows);
  const others = FILES.length - files.length;
  $("rest").textContent = filter.words || ruled() || filter.decided ? say("filesOf", files.length, FILES.length) : others ? say("unchangedFiles", others) : "";
}

function fileRow(file, most) {
  const row = make("button", "file");
  row.type = "button";
  row.dataset.file = file.id;
  row.setAttribute("aria-current", String(file === shown.file));
  const refused = file.refused.size;
  const share = file.share && file.share < 0.001 ? "<0.1%" : `${(file.share * 100).toFixed(1)}%`;
  row.title = visibleName(file.path);
  row.append(make("span", "name", visibleName(file.path.slice(COMMON))));
  const figures = make("span", "count", `${share} · ${number(file.fitting)}`);
  if (refused) figures.prepend(make("b", "refusals", `✕${refused} `));
  if (file.status === "held") figures.prepend(make("b", "held", `${say("held")} `));
  row.append(figures, bar(file.share / most));
  const item = make("li");
  item.append(row);
  return item;
}

function visibleName(path) {
  return path.replace(UNSEEN, code);
}

function drawChoices() {
  const families = [...new Set(RULES.map((rule) => rule.family))].sort();
  const names = RULES.filter((_, number) => filter.rule || ruleFits(number)).map((rule) => rule.name).sort();
  const others = families.length > 1 && families.includes("script") ? [[`${BUT}script`, say("butScript")]] : [];
  choices($("family"), [["", say("anyFamily")], ...others, ...families.map((name) => [name, name])], filter.family);
  choices($("rule"), [["", say("anyRule")], ...names.map((name) => [name, name])], filter.rule);
}

function choices(select, options, chosen) {
  select.replaceChildren(
    ...options.map(([value, text]) => {
      const made = make("option", "", text);
      made.value = value;
      return made;
    }),
  );
  select.value = chosen;
}
