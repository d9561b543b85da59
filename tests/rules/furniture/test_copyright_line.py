"""A site's legal lines go; those that a text announces, and a program's, stay."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean

RULE = Settings(to="keep", select=("furniture-copyright-line",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("散会。\n© 2014-2016 某某网\n京ICP备00000000号-1\n谢谢。", "散会。\n谢谢。"),
        ("页脚至少有两行：\n© 2014-2016 我的小站\n京ICP备00000000号\n中间空一行。", None),
        ("footer: {\n  copyright: '© 2022-2023 My Site',\n  icp: '京ICP备00000000号',\n}", None),
    ],
)
def test_what_is_a_sites(text: str, expected: str | None) -> None:
    assert clean(text, RULE).text == (text if expected is None else expected)
