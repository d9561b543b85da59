"""What boards put between the sentences goes; the same signs in a text about patterns and shells stay."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean

JAMMER = Settings(to="keep", select=("forum-jammer",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("均已更换。4 k* q  F1 v# ]8 s剩余四项需停产施工。", "均已更换。剩余四项需停产施工。"),
        ("写个正则就行。4 k* q  F1 v# ]8 s剩下的交给脚本。", "写个正则就行。剩下的交给脚本。"),
        (r"正则里 [^\s] + ( \d {3} ) - ( \d {4} ) 要开 x 标志。", None),
        ("再比如 $ { v : - 0 } 在脚本里会报错。", None),
    ],
)
def test_junk_touches_the_words(text: str, expected: str | None) -> None:
    assert clean(text, JAMMER).text == (text if expected is None else expected)
