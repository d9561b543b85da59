"""Evidence that a group is an office's, whose members give their names and units, or who ask it in trouble."""

from __future__ import annotations

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.span import Evidence

NAMED = Pattern(
    r"(?:备注|名片|昵称|实名|注明|验证)[^。\n]{0,12}?(?:姓名|单位|学院|班级|楼栋|房号|门牌|学号|考生|部门|职务|队名|工号|编号)"
    r"|[进入加]群[^。,\n]{0,4}实名",
    heads="备注 名片 昵称 实名 注明 验证 进群 入群 加群",
)
"""What those who join are to call themselves: 群名片请注明学院+姓名."""
TROUBLED = Pattern(
    r"(?:如果?|若|期间|过程中)[有遇][^,。\n]{0,6}(?:问题|疑问|困难|故障|不明|异常)[^,。\n]{0,4},[^,。\n]{0,2}可"
)
NEAR = 40
"""So far before and behind a span, in its sentence, these words are looked for."""
WEIGHT = -3.0
GROUP = "群", "羣"


def of_members(text: str, start: int, end: int) -> list[Evidence]:
    """The evidence in the sentence around `text[start:end]`, where that speaks of a group."""
    floor, ceiling = max(0, start - NEAR), end + NEAR
    if text.find(GROUP[0], floor, ceiling) < 0 and text.find(GROUP[1], floor, ceiling) < 0:
        return []
    first = max(text.rfind("。", floor, start), text.rfind("\n", floor, start)) + 1
    before = fold(text[max(first, floor) : start])
    behind = fold(text[start:ceiling])
    if GROUP[0] not in before + behind:
        return []
    stop = min([place for sign in "。\n" if (place := behind.find(sign, end - start)) >= 0], default=len(behind))
    found = []
    if named := NAMED.search(behind, 0, stop):
        found.append(Evidence("members give their names", WEIGHT, named[0]))
    if troubled := TROUBLED.search(before):
        found.append(Evidence("for those in trouble", WEIGHT, troubled[0]))
    return found
