"""Proposals as a rule file, with the evidence, the counts and samples as comments beside each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.judgement.related import is_header
from speechclean.rules.custom.write import value_of
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.memory import Memory
    from speechclean.learn.proposal import Proposal

AROUND = 24
EARLY = -1
"""What is known to repeat is cut as a whole before the built-in rules take what they know of it and leave the rest; but
what heads a list stays for those that know where the list ends."""


def rule_file(proposals: Sequence[Proposal], memory: Memory, least: int, name: str) -> str:
    """The text of the file."""
    parts = ["\n".join(f"# {line}" for line in _head(memory, least, name))]
    parts += ["\n".join(_rule(proposal)) for proposal in proposals]
    return "\n\n".join(parts) + "\n"


def _head(memory: Memory, least: int, name: str) -> Iterator[str]:
    documents, sources = memory.documents, len(memory.sources)
    yield worded(f"Proposed by `speechclean learn` (documents: {documents}, sources: {sources}).")
    yield worded(f"What stands in {least} documents or more, and looks foreign there.")
    yield worded(
        "Nothing is removed until you say so: read each rule with its samples, and strike out what authors write."
    )
    yield worded("Then try:")
    yield f"    speechclean rules lint {name}"
    yield f"    speechclean fix --diff --rules {name} PATH"


def _rule(proposal: Proposal) -> Iterator[str]:
    candidate = proposal.candidate
    sources = sorted(candidate.sources.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{_plain(source) or '(none)'} {count}" for source, count in sources[:4])
    more = ", …" if len(sources) > 4 else ""
    places = ", ".join(f"{place} {count}" for place, count in sorted(candidate.places.items()))
    yield f"# {worded(f'it stands in {candidate.documents} documents')} · {named}{more} · {places}"
    yield f"# {proposal.score:.1f}: {account(proposal)}"
    for sample in candidate.samples[:3]:
        yield f"#   {_plain(sample.before[-AROUND:])}⟦{_plain(sample.text)}⟧{_plain(sample.after[:AROUND])}"
    yield "[[rule]]"
    yield f"name = {value_of(proposal.name)}"
    yield f"kind = {value_of(proposal.kind)}"
    for key, value in proposal.body.items():
        yield f"{key} = {value_of(value)}"
    if not (proposal.kind == "line" and is_header(fold(proposal.shown).partition(":")[0])):
        yield f"order = {EARLY}"
    yield f"summary = {value_of(worded(f'it stands in {candidate.documents} documents'))}"
    if proposal.group:
        yield f"group = {value_of(proposal.group)}"
    yield from _example(proposal)


def _example(proposal: Proposal) -> Iterator[str]:
    """A sample with its surroundings on the same line; between lines of our own where there are none."""
    sample = proposal.candidate.samples[0]
    text = sample.text
    if proposal.kind == "literal" and "texts" in proposal.body:
        return
    before, after = sample.before.rpartition("\n")[2][-AROUND:], sample.after.partition("\n")[0][:AROUND]
    if proposal.kind == "line" or not (before + after).strip():
        before, after = "上文。\n", "\n下文。"
    if proposal.kind == "regex":
        return
    left = before + after if proposal.kind != "line" else before + after[1:]
    yield ""
    yield "[[rule.example]]"
    yield f"before = {value_of(before + text + after)}"
    yield f"after = {value_of(left)}"


def account(proposal: Proposal) -> str:
    """The evidence in one line, what weighs most first."""
    pieces = sorted(proposal.evidence, key=lambda piece: -abs(piece.weight))
    return "; ".join(
        f"{worded(piece.kind)} {piece.weight:+.1f}" + (f" ({_plain(piece.words[:20])})" if piece.words else "")
        for piece in pieces
    )


def _plain(text: str) -> str:
    """A text on one line of a comment."""
    return "".join(c if c.isprintable() else "⏎" if c == "\n" else " " for c in text)
