"""One refused change, told so that it can be found again."""

from __future__ import annotations

from speechclean.core.named import NamedTuple
from speechclean.decisions.plain import plain


class Context(NamedTuple):
    """What stands before and behind a change, as decisions compare texts: at most 12 characters each."""

    before: str
    after: str


class Refusal(NamedTuple):
    """A change that is not to be made.

    `rule` is its name, or an alias of today's; `path` the file as a run named it. `old` is the text as the rule read
    it, `new` what it would have put there. `found` is the context in the text that the rule read, `left` the context
    in the cleaned text: what survives. `ordinal` counts, from 0, the changes of this rule with this text before it in
    the file.
    """

    path: str
    rule: str
    old: str
    new: str
    found: Context
    left: Context
    ordinal: int = 0

    @property
    def key(self) -> tuple[str, bool]:
        """What to look for, and whether in the plain text (else in the text as it is written)."""
        return key(self.old, self.new)

    def told(self) -> str:
        """The refusal in a few words, for a message."""
        old = " ".join(self.old.split()) or repr(self.old)[1:-1]
        return f"{self.rule} “{old if len(old) <= 40 else old[:20] + '…' + old[-19:]}”"


def key(old: str, new: str) -> tuple[str, bool]:
    """What to look for, and whether in the plain text: not where the change is one that plain texts do not show."""
    short = plain(old)
    return (short, True) if short and short != plain(new) else (old, False)
