// The data: an index that is read at once, and files that are read when somebody looks at them or searches.
const $ = (id) => document.getElementById(id);
const RULES = INDEX.rules.map(([name, family, stage, safe, en, zh]) => ({ name, family, stage, safe, en, zh }));
const FILES = INDEX.files.map(([path, status, encoding, size, removed, changes, byRule, notes, truncated, script], id) => ({
  id, path, status, encoding, size, removed, changes, byRule: Object.entries(byRule).map(([rule, counts]) => [Number(rule), ...counts]),
  notes, truncated, script, share: size ? removed / size : 0, refused: new Set(), withdrawn: new Set(), data: null,
}));
const BUT = "!"; // before a family: all others
const filter = { words: "", family: "", rule: "", safety: "", decided: "" };

// The content of a file: its pieces, and its changes in order, those within others right behind them.
function read(file) {
  if (file.data) return file.data;
  const element = $(`file-${file.id}`);
  const { pieces, notes, earlier } = element ? JSON.parse(element.textContent) : { pieces: [], notes: [], earlier: [] };
  const changes = [];
  const gather = (within) => {
    for (const piece of within) {
      if (typeof piece === "string") continue;
      piece.number = changes.length;
      piece.file = file;
      changes.push(piece);
      gather(piece.old);
    }
  };
  gather(pieces);
  file.data = { pieces, notes, earlier, changes };
  return file.data;
}

const plainText = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : plainText(piece.old))).join("");
const oldText = (change) => (change.plain ??= plainText(change.old));
const readText = (change) => change.read ?? oldText(change);
const newText = (change) => change.new ?? "";
const isRefused = (change) => change.file.refused.has(change.number);

function ruleFits(rule) {
  const { name, family, safe } = RULES[rule];
  const within = filter.family.startsWith(BUT) ? family !== filter.family.slice(BUT.length) : family === filter.family;
  return (!filter.rule || name === filter.rule) && (!filter.family || within) &&
    (!filter.safety || safe === (filter.safety === "safe"));
}

const holds = (text) => text.toLowerCase().includes(filter.words);

function changeHolds(change) {
  return holds(readText(change)) || holds(oldText(change)) || holds(newText(change)) ||
    change.by.some(([rule, evidence]) => holds(RULES[rule].name) || holds(evidence));
}

// Whether a change passes the filters; a search that only the file's name or text meets leaves its changes alone.
function fits(change) {
  if (!change.by.some(([rule]) => ruleFits(rule))) return false;
  if (filter.decided && isRefused(change) !== (filter.decided === "refused")) return false;
  return !filter.words || change.file.wholly || changeHolds(change);
}

// How many changes of a file pass the filters, and whether the file is listed at all.
function weigh(file) {
  file.wholly = Boolean(filter.words) && holds(file.path);
  if (filter.words || filter.decided) {
    const { changes, pieces } = read(file);
    const own = filter.words && !file.wholly;
    file.fitting = changes.filter(fits).length;
    file.listed = file.fitting > 0 || (own && !filter.decided && !ruled() && holds((file.plain ??= plainText(pieces))));
  } else {
    file.fitting = file.byRule.reduce((sum, [rule, count]) => sum + (ruleFits(rule) ? count : 0), 0);
    if (!ruled()) file.fitting = file.changes;
    file.listed = file.fitting > 0 || (!ruled() && (file.notes > 0 || file.status === "held" || Boolean($(`file-${file.id}`))));
  }
}

const ruled = () => Boolean(filter.rule || filter.family || filter.safety);

// All changes in all files that one rule would make to the same text in the same way.
function alike(change) {
  const [rule] = change.by[0];
  const same = (other) => other.by[0][0] === rule && readText(other) === readText(change) && newText(other) === newText(change);
  return FILES.flatMap((file) => (file.byRule.some(([other]) => other === rule) ? read(file).changes.filter(same) : []));
}
