"""The report holds to its schema, whatever the texts are."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from speechclean import Cleaner, Settings
from speechclean.core.result import Failure
from speechclean.report import forms
from speechclean.report.json import failed_entry, file_entry, report

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SEEDS = sorted((ROOT / "seeds").iterdir())
CLEANER = Cleaner(Settings())


def made(*given: bytes | str) -> dict:
    results = [CLEANER(data) for data in given]
    files = [file_entry(f"{number}.txt", result, CLEANER.stages) for number, result in enumerate(results)]
    counts = dict.fromkeys(("cleaned", "unchanged", "held", "failed"), 0)
    for result in results:
        counts[result.status] += 1
    whole = json.loads(report(CLEANER.settings, counts, files, "speechclean 0"))
    VALIDATOR.validate(whole)
    return whole


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_seeds(path: Path) -> None:
    entry = made(path.read_bytes())["files"][0]
    text = path.read_text(encoding="utf-8")
    assert entry["characters"]["before"] == len(text)
    for edit in entry["edits"]:
        assert text[edit["start"] : edit["end"]] == edit["before"]
        lines = text.split("\n")
        assert text[edit["start"] :].startswith(lines[edit["line"] - 1][edit["column"] - 1 :][:5])
    for note in entry["notes"]:
        there = iter(text[note["start"] : note["end"]])  # glosses inside had gone when the note was taken
        assert all(character in there for character in note["text"].strip())


def test_seed_001_is_truncated() -> None:
    entries = made(*(path.read_bytes() for path in SEEDS))["files"]
    assert [entry["truncated"] for entry in entries] == [False, True, False, False, False]
    assert entries[3]["script"] == {"from": "hant", "to": "hans"}


def test_bytes_of_all_kinds() -> None:
    text = "中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。  \r\n"
    whole = made(
        text.encode("gb18030"),
        text.encode("utf-16"),
        text.encode() + b"\xff\xff" + text.encode(),
        b"",
        (text + "没有换行\n").encode(),
        "一个字段\ud800",
        "国家建设" * 20,
    )
    names = [entry["encoding"] and entry["encoding"]["newline"] for entry in whole["files"]]
    assert names == ["crlf", "crlf", "crlf", "lf", "mixed", None, None]
    assert whole["files"][2]["encoding"]["undecodable"][0]["offset"] == len(text.encode())
    assert whole["summary"]["files"] == 7


def test_failures() -> None:
    entry = json.loads(failed_entry("a.txt", "no such file"))
    counts = {"cleaned": 0, "unchanged": 0, "held": 0, "failed": 1}
    whole = json.loads(report(CLEANER.settings, counts, [json.dumps(entry)], "speechclean 0"))
    VALIDATOR.validate(whole)
    assert whole["summary"]["failed"] == 1


def test_a_held_text_and_a_broken_rule() -> None:
    prose = "中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。\n" * 30
    cleaner = Cleaner(Settings(max_removal=0))
    result = cleaner(prose + "好。防断更加微信1503991601\n")
    result.failures = (Failure("ad-contact", "no such luck"),)
    filled = forms.report("json", forms.About("speechclean 0", cleaner.settings, cleaner.stages))
    assert filled.add("a.jsonl", result, 2) == filled.fail("b.txt", "gone") == ""
    whole = json.loads(filled.whole({"cleaned": 0, "unchanged": 0, "held": 1, "failed": 1}))
    VALIDATOR.validate(whole)
    assert [file["path"] for file in whole["files"]] == ["a.jsonl:3", "b.txt"]
    assert whole["files"][0]["status"] == "held"
    assert [note["kind"] for note in whole["files"][0]["notes"]] == ["held"]
    assert whole["files"][0]["failures"] == [{"rule": "ad-contact", "error": "no such luck"}]


def test_a_wrong_report_is_refused() -> None:
    whole = made("好。")
    whole["files"][0]["status"] = "done"
    assert not VALIDATOR.is_valid(whole)
