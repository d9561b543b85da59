"""A group whose members give their names is an office's; one that asks for a word of the ad is not."""

from __future__ import annotations

import pytest

from speechclean.judgement.members import of_members


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("可加群785330012（群名片请注明学院+姓名）。", ["members give their names"]),
        ("协会QQ群785330012（验证：真实姓名＋体裁），群内只发通知。", ["members give their names"]),
        ("进群785330012，验证：论坛看到的。", []),
        ("系统如有问题，可加入群785330012咨询。", ["for those in trouble"]),
        ("想要范文加群785330012，备注领资料。", []),
        ("加群785330012。另：请在封面注明姓名。", []),
        ("加号785330012，备注姓名。", []),
    ],
)
def test_the_sentence_around_tells_whose_group_it_is(text: str, kinds: list[str]) -> None:
    start = text.index("785330012")
    assert [piece.kind for piece in of_members(text, start, start + 9)] == kinds
