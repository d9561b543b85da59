"""The name of a text's script."""

from __future__ import annotations

import pytest

from speechclean.report.script import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("国家建设", "hans"),
        ("國家建設", "hant"),
        ("国家建设，國家建設", "mixed"),
        ("国家建设" * 20 + "國", "hans"),
        ("上下大小 English", "none"),
        ("", "none"),
        ("これは日本語の文章です。国も書く。", "japanese"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script
