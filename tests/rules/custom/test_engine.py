from __future__ import annotations

import subprocess
import sys

import pytest

from speechclean import Cleaner, Settings, SpeechcleanError
from speechclean.core.errors import RuleTimeout
from speechclean.rules.custom import engine

SLOW = '[[rule]]\nname = "our-slow"\nkind = "regex"\npattern = "(a|b|ab)*c"\n'
HURT = "ab" * 4000 + "!c"


def test_a_pattern_that_runs_out_of_time_fails_the_text(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(engine, "LIMIT", 0.05)
    path = tmp_path / "own.toml"
    path.write_text(SLOW)
    cleaner = Cleaner(Settings(rules=(str(path),)))
    with pytest.raises(RuleTimeout, match="our-slow ran out of time"):
        cleaner(HURT)
    assert cleaner("同志们好。").text == "同志们好。"
    assert issubclass(RuleTimeout, SpeechcleanError)


def test_all_patterns_share_the_time_of_a_document() -> None:
    clock = engine.Clock("")
    clock.left = 0.0
    with pytest.raises(TimeoutError):
        clock.matches(engine.compiled("a"), "a")
    with pytest.raises(TimeoutError):
        clock.fullmatch(engine.compiled("a"), "a")


def test_time_grows_with_the_text() -> None:
    assert engine.Clock("").left == engine.LIMIT
    assert engine.Clock("a" * 500_000).left > engine.LIMIT


def test_regex_is_loaded_for_patterns_only(tmp_path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[rule]]\nname = "our-x"\nkind = "literal"\ntext = "秋水文库"\n', encoding="utf-8")
    code = f"""
import sys, speechclean
speechclean.Cleaner()
assert "speechclean.rules.custom" not in sys.modules
assert speechclean.Cleaner(speechclean.Settings(rules=({str(path)!r},)))("秋水文库甲").text == "甲"
assert "regex" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
