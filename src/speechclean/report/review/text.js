// Draws one file's text, block by block as it comes into view. Texts become text nodes and nothing else.
const BLOCK = 1200; // characters after which a block ends with its line,
const PIECES = 60; // or pieces,
const LONGEST = 6000; // and characters,
const MOST = 500; // or pieces, after which it ends wherever that is
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

const SHOWN = new RegExp(`${UNSEEN.source}|\\r\\n|\\n|\\r`, "gu");

const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
};
const code = (character) => "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

// A text as nodes: what cannot be seen gets a label, what is searched for a mark, and in changes newlines show, and break
// the line unless all is to stand on one.
function write(into, text, { lines = false, one = false } = {}) {
  let from = 0;
  const plain = (to) => (to > from ? found(into, text.slice(from, to)) : undefined);
  for (const match of text.matchAll(lines ? SHOWN : UNSEEN)) {
    if (!lines && /^[\u200c\u200d\ufe00-\ufe0f]/.test(match[0])) continue; // it shapes what is before it
    plain(match.index);
    from = match.index + match[0].length;
    if (/[\r\n]/.test(match[0])) into.append(make("span", "newline", "↵"), one ? "" : "\n");
    else into.append(make("span", "unseen", code(match[0])));
  }
  plain(text.length);
}

function found(into, text) {
  if (!filter.words) return into.append(text);
  const lower = text.toLowerCase();
  let from = 0;
  if (lower.length === text.length) {
    for (let at = lower.indexOf(filter.words); at >= 0; at = lower.indexOf(filter.words, from)) {
      into.append(text.slice(from, at), make("mark", "", text.slice(at, at + filter.words.length)));
      from = at + filter.words.length;
    }
  }
  into.append(text.slice(from));
}

// The pieces of a file in blocks that end with a line.
function blocks(pieces) {
  const all = [];
  let block = [];
  let size = 0;
  const end = () => {
    if (block.length) all.push({ pieces: block, size });
    [block, size] = [[], 0];
  };
  const put = (piece, length) => {
    block.push(piece);
    size += length;
  };
  for (let piece of pieces) {
    if (typeof piece !== "string") {
      put(piece, oldText(piece).length + newText(piece).length);
      if (size > 2 * LONGEST || block.length > MOST) end();
      continue;
    }
    while (piece) {
      const full = size + piece.length > BLOCK || block.length > PIECES;
      let cut = full ? piece.indexOf("\n", Math.max(0, BLOCK - size)) + 1 : 0;
      if (full && (cut === 0 || cut > LONGEST) && piece.length > LONGEST) cut = LONGEST - (/[\ud800-\udbff]/.test(piece[LONGEST - 1]) ? 1 : 0);
      put(cut ? piece.slice(0, cut) : piece, cut || piece.length);
      piece = cut ? piece.slice(cut) : "";
      if (cut) end();
    }
  }
  end();
  return all;
}

// A change within one that put other text there was made to that text: where it shows on the old one, it only has a place.
function drawChange(into, change, outer) {
  const span = make("span", outer && newText(outer) && change.read !== undefined ? "change later" : "change");
  span.tabIndex = 0;
  span.dataset.change = change.number;
  const rules = change.by.map(([rule]) => RULES[rule]);
  span.dataset.family = rules[0].family;
  if (readText(change)) {
    const old = make("del");
    for (const piece of change.old) {
      if (typeof piece === "string") write(old, piece, { lines: true });
      else drawChange(old, piece, change);
    }
    span.append(old);
  }
  if (newText(change)) {
    const fresh = make("ins");
    write(fresh, newText(change), { lines: true });
    span.append(fresh);
  }
  span.setAttribute("aria-label", rules.map((rule) => rule.name).join(", "));
  dress(span, change);
  into.append(span);
}

function dress(span, change) {
  span.classList.toggle("refused", isRefused(change));
  span.classList.toggle("aside", !fits(change));
  span.classList.toggle("unsafe", change.by.some(([rule]) => !RULES[rule].safe));
}

const shown = { file: null, blocks: [], places: new Map(), changes: [] };

function fill(block) {
  if (block.filled) return;
  block.filled = true;
  block.element.style.minHeight = "";
  for (const piece of block.pieces) {
    if (typeof piece === "string") write(block.element, piece);
    else drawChange(block.element, piece);
  }
}

const nearing = new IntersectionObserver(
  (entries) => entries.forEach((entry) => entry.isIntersecting && fill(shown.blocks[entry.target.dataset.block])),
  { root: $("reader"), rootMargin: "1500px 0px" },
);

// Show a file's text from its beginning.
function show(file) {
  nearing.disconnect();
  const { pieces, changes } = read(file);
  Object.assign(shown, { file, blocks: blocks(pieces), places: new Map(), changes });
  const text = $("text");
  text.replaceChildren();
  text.lang = file.script;
  const width = Math.max(20, Math.floor((text.clientWidth || 700) / 18));
  shown.blocks.forEach((block, at) => {
    block.element = make("div", "block");
    block.element.dataset.block = at;
    block.element.style.minHeight = `${Math.ceil(block.size / width) * 1.9 + 1}em`;
    const place = (piece) => {
      if (typeof piece === "string") return;
      shown.places.set(piece.number, block);
      piece.old.forEach(place);
    };
    block.pieces.forEach(place);
    text.append(block.element);
    nearing.observe(block.element);
  });
  shown.blocks.slice(0, 3).forEach(fill);
}

// The element of a change, drawn if it was not yet.
function elementOf(change) {
  const block = shown.places.get(change.number);
  if (!block) return null;
  fill(block);
  return block.element.querySelector(`[data-change="${change.number}"]`);
}

function redress() {
  for (const span of $("text").querySelectorAll(".change")) dress(span, shown.changes[span.dataset.change]);
}
