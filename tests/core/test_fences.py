"""Where a text holds code, as Markdown writes it."""

from __future__ import annotations

import pytest

from speechclean.core.fences import code_of, fences


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲\n```\nls\n```\n乙", ["```\nls\n```"]),
        ("```sh\nls\n```\n甲\n```\ncd\n````", ["```sh\nls\n```", "```\ncd\n````"]),
        ("````\n```\nls\n```\n````", ["````\n```\nls\n```\n````"]),
        ("```\nls\n甲", []),
        ("```\nls\n```甲", []),
        ("甲```乙```", []),
    ],
)
def test_code_stands_between_fences(text: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in fences(text)] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲：\n\n    ls -l\n    cd\n\n乙", ["\n    ls -l\n    cd\n"]),
        ("甲：\n\n    * 乙\n    * 丙\n", []),
        ("甲：\n\n    他走了。\n", []),
        ("甲：\n    ls\n", []),
    ],
)
def test_indented_code_is_told_where_it_is_asked_for(text: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in code_of(text, indented=True)] == code
    assert code_of(text, indented=False) == []
