"""Whatever blanks and blank lines a text holds, the same paragraphs are left, with at most one blank line between them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from speechclean import Settings, clean
from speechclean.rules.layout.lines import BLANKS

LAYOUT = Settings(to="keep", select=("layout",))


def expected(text: str) -> str:
    """The same, said line by line."""
    left: list[str] = []
    for line in text.split("\n"):
        bare = line.rstrip(BLANKS)
        if bare or (left and left[-1]):
            left.append(bare)
    return "\n".join(left).rstrip("\n")


@given(st.text(st.sampled_from("甲乙a \u3000\t\xa0\n\n"), max_size=16))
@example("\n甲")
@example("甲 \n\n\n乙")
@example("甲\n \n乙")
@example("甲\n\n\u3000")
def test_paragraphs_stay(text: str) -> None:
    if any(line.strip(BLANKS) for line in text.split("\n")):
        assert clean(text, LAYOUT).text.removesuffix("\n") == expected(text)
