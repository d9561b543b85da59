"""What `import speechclean` costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

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


def test_traditional_text_with_readings_loads_the_converter() -> None:
    text = "推進(jìn)農業(yè)改革，關鍵(jiàn)是優化產(chǎn)業。\n"
    assert loaded_for(text) == ("推进农业改革，关键是优化产业。\n", ["opencc"])
