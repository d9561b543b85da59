"""The table of readings says the same of all forms of a character: glosses go before the script is converted."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.rules.glosses import readings
from speechclean.rules.glosses.readings import Need, need
from speechclean.rules.script.conversion import IDIOMS, PLAIN

opencc = pytest.importorskip("opencc")


@pytest.mark.parametrize("config", sorted({*PLAIN.values(), *IDIOMS.values()}))
def test_a_converted_character_needs_its_reading_as_much_as_before(config: str) -> None:
    convert = opencc.OpenCC(config).convert
    odd = []
    for syllable, groups in readings._toned().items():
        for one in groups.replace("\t", ""):
            other = convert(one)
            for written in (syllable, readings.without_tone(syllable)):
                kept, later = need(one, written), need(other, written)
                if Need.NO_READING != later != kept and min(kept, later) <= Need.LITTLE:
                    odd.append(f"{one}{other}({written})")
    assert not odd


@pytest.mark.parametrize(
    ("text", "to", "expected"),
    [
        ("鄉(xiāng)村振興", "hans", "乡村振兴"),
        ("這次會議的報(bào)告寫得很好。", "hans", "这次会议的报告写得很好。"),
        ("规(guī)定由大家一起来修订。", "tw", "規定由大家一起來修訂。"),
        ("谁也没(méi)去过那里。", "tw", "誰也沒去過那裡。"),
        ("頭髮(fà)要剪短些。", "hans", "头发(fà)要剪短些。"),
    ],
)
def test_a_reading_goes_whichever_script_its_character_is_in(text: str, to: str, expected: str) -> None:
    assert clean(text, Settings(to=to)).text == expected
    assert clean(expected, Settings(to=to)).text == expected
