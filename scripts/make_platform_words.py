"""Choose the few words that wake the rule for what sites print in the same words: each of its lines and sentences holds one.

python scripts/make_platform_words.py TEXT…        # after any change to platform_lines.txt or site_sentences.txt

TEXT are files of ordinary prose, in which the words should be rare.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from speechclean import lexicon, rules
from speechclean.core.choices import Choices
from speechclean.core.fold import fold
from speechclean.rules.boilerplate.written import always_in

TARGET = Path(lexicon.__file__).with_name("platform_words.txt")
HEAD = """# Words of which each line of platform_lines.txt and each sentence of site_sentences.txt holds one, few and rare in prose.
# Chosen by scripts/make_platform_words.py; do not edit.
"""
SHORTEST, LONGEST = 2, 6
SIGNS = "※◆"
"""Signs that are no prose: a short word behind one tells a line."""
NAME = "boilerplate-platform-line"
COMMON, SHORT = 200.0, 3.0
"""So much as a further word costs one that stands once in a hundred thousand characters of prose, and one of two letters."""
KNOWN = 0.6
"""A word that wakes another rule as well costs so much of one that does not."""


def candidates(line: str) -> set[str]:
    """The words by which a line may be known: pieces of its Han letters, and its runs of Latin ones."""
    found: set[str] = set()
    for kept in always_in(line):
        run = kept if kept.isascii() else fold(kept)
        if (run.isascii() and len(run) > LONGEST) or run[0] in SIGNS:
            found.add(run)
        for size in range(SHORTEST, LONGEST + 1):
            pieces = (run[start : start + size] for start in range(len(run) - size + 1))
            found |= {piece for piece in pieces if not any(letter.isascii() for letter in piece)}
    return found or {fold(max(always_in(line), key=len))}


def chosen(lines: list[str], prose: str, known: set[str]) -> list[str]:
    """The words, chosen one by one: that which tells most lines for its cost."""
    holding = {line: candidates(line) for line in lines}
    size = max(1, len(prose)) / 100_000
    costs = {
        word: (KNOWN if word in known else 1.0)
        + SHORT * (len(word) == SHORTEST)
        + COMMON * prose.count(fold(word)) / size
        for word in set().union(*holding.values())
    }
    left, words = set(lines), []
    while left:
        told = Counter(word for line in sorted(left) for word in holding[line])
        best = max(sorted(told), key=lambda word: (told[word] / costs[word], len(word)))
        words.append(best)
        left = {line for line in left if best not in holding[line]}
    return sorted(words)


def main(paths: list[str]) -> None:
    """Write the file."""
    prose = fold("\n".join(Path(path).read_text(encoding="utf-8") for path in paths))
    lines = [line for name in ("platform_lines", "site_sentences") for line in lexicon.load(name)]
    known = {
        word for stage in rules.stages(Choices()) for rule in stage.rules if rule.name != NAME for word in rule.triggers
    }
    TARGET.write_text(HEAD + "".join(f"{word}\n" for word in chosen(lines, prose, known)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
