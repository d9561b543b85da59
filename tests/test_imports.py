"""What `import speechclean` costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from speechclean import native

HEAVY = ("opencc", "chardet", "rich", "regex", "pyarrow", "ahocorasick_rs", "difflib", "speechclean.rules.ad")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, speechclean; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


UNUSED = ("pathlib", "dataclasses", "locale", "difflib", "rich", "opencc", "chardet", "speechclean.judgement.judge")
"""What a start on clean text does without, beside what click loads."""


def loaded_for(text: str) -> tuple[str, list[str]]:
    """What `speechclean fix` makes of a text in a pipe, and which of these modules it loads."""
    code = (
        "import sys, click; before = set(sys.modules);"
        " from speechclean.cli import start; status = start(['fix', '--isolated']);"
        f"print(status, *[name for name in {UNUSED!r} if name in set(sys.modules) - before], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    status, *loaded = done.stderr.split()
    assert status == "0"
    return done.stdout, loaded


def test_a_start_on_clean_text_loads_little() -> None:
    text = "各位代表，大会现在开始。今天的议程有三项。\n"
    assert loaded_for(text) == (text, [])


def test_an_ad_loads_the_judge() -> None:
    assert loaded_for("今天的议程有三项。更多范文加微信gw208711\n") == (
        "今天的议程有三项。\n",
        ["speechclean.judgement.judge"],
    )


def test_traditional_text_with_readings_loads_opencc_only_where_the_table_is_not_compiled() -> None:
    text = "推進(jìn)農業(yè)改革，關鍵(jiàn)是優化產(chǎn)業。\n"
    assert loaded_for(text) == ("推进农业改革，关键是优化产业。\n", [] if native.converter() else ["opencc"])


END = r"\\u[0-9a-f]{4}|."
"""An end of a range in a class, as patterns write it."""


def width(*ends: str) -> int:
    """How many characters a range holds."""
    first, last = (int(end.removeprefix("\\u"), 16) if end[1:] else ord(end) for end in ends)
    return last - first


@pytest.mark.parametrize(
    "text",
    [
        "今天的议程有三项。防断更加微信gw208711\n",
        "推進(jìn)農業(yè)改革，關鍵(jiàn)是優化產(chǎn)業布(bù)局(jú)，保(bǎo)證(zhèng)質(zhì)量(liàng)。\n",
    ],
    ids=["an ad", "readings in Traditional text"],
)
def test_a_start_compiles_no_class_of_all_chinese_characters(text: str) -> None:
    code = (
        "import json, re, sys; from speechclean.cli import start; compiled = []; real = re.compile;"
        "re.compile = lambda source, *rest: compiled.append(source) or real(source, *rest);"
        "start(['fix', '--isolated']); print(json.dumps(compiled), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    compiled = json.loads(done.stderr)
    ranges = [found for source in compiled for found in re.findall(f"({END})-({END})", source)]
    assert ranges
    assert [found for found in ranges if width(*found) > 5000] == []
