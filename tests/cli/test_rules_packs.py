"""`rules import` and `rules export`: packs of Legado in and out, and every bad one a clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PACK = Path(__file__).parents[1] / "rules" / "custom" / "legado" / "pack.json"
SMALL = """[
 {"name": "去水印", "pattern": "秋水印记(甲|乙)", "isRegex": true, "order": 2},
 {"name": "脚本", "pattern": "a", "replacement": "@js:1"},
 {"replaceSummary": "翻页", "regex": "秋山印记丙", "enable": true, "useTo": "三体"}
]"""


@pytest.fixture
def small(place: Path) -> Path:
    (place / "small.json").write_text(SMALL, encoding="utf-8")
    (place / "speechclean.toml").unlink()
    return place


def test_a_pack_becomes_a_file_of_rules_and_every_rule_is_told_of(run, small) -> None:
    ran = run("rules", "import", "small.json", "-o", "pack.toml")
    assert (ran.status, ran.out) == (1, b"")
    first, second, third, total = ran.err.splitlines()
    assert first.startswith("small.json: rule 1 “去水印”: now legado-去水印-")
    assert second == "small.json: rule 2 “脚本”: refused: its replacement is a program (@js:)"
    assert third.startswith("small.json: rule 3 “翻页”: now legado-翻页-")
    assert third.endswith("; only where a path holds 三体")
    assert total == "3 rules: 2 translated, 1 refused"
    text = Path("pack.toml").read_text(encoding="utf-8")
    assert text.startswith("# 2 of the 3 rules of small.json, by speechclean ")
    assert '# {"name": "脚本", "pattern": "a", "replacement": "@js:1", "isRegex": true}\n' in text
    assert run("rules", "test", "pack.toml").status == 0
    assert run("rules", "lint", "pack.toml").status == 0


def test_without_a_file_the_rules_go_to_standard_output(run, small) -> None:
    ran = run("rules", "import", "-q", "-", stdin=SMALL)
    assert ran.text.count("[[rule]]") == 2
    assert ran.err.splitlines() == [
        "-: rule 2 “脚本”: refused: its replacement is a program (@js:)",
        "3 rules: 2 translated, 1 refused",
    ]


def test_imported_rules_are_off_until_they_are_asked_for(run, small) -> None:
    run("rules", "import", "small.json", "-o", "pack.toml")
    text = "大家好，秋水印记甲各位！秋山印记丙\n"
    options = ("--rules", "pack.toml")
    assert run("fix", *options, stdin=text).text == text
    for more in (("--unsafe",), ("--extend-select", "legado"), ("--extend-select", "custom")):
        assert run("fix", *options, *more, stdin=text).text == "大家好，各位！秋山印记丙\n"
    name = ("--stdin-filename", "pages/三体/1.txt")
    assert run("fix", *options, "--unsafe", *name, stdin=text).text == "大家好，各位！\n"


def test_list_show_statistics_and_explain_know_the_file(run, small) -> None:
    run("rules", "import", "small.json", "-o", "pack.toml")
    listed = [line for line in run("rules", "list", "--rules", "pack.toml").text.splitlines() if "legado-" in line]
    assert [line.split()[1:3] for line in listed] == [["custom", "unsafe"]] * 2
    assert all(line.endswith(" · pack.toml") for line in listed)
    shown = run("rules", "show", "--rules", "pack.toml", "legado").text
    assert "  pack.toml:\n    [[rule]]\n" in shown
    assert '    pattern = "秋水印记(甲|乙)"\n' in shown
    text = "大家好，秋水印记甲各位！\n"
    options = ("--rules", "pack.toml", "--unsafe")
    table = run("check", "--statistics", *options, stdin=text).text.splitlines()
    assert table[0].split()[-1] == "source"
    assert table[1].startswith("legado-去水印-")
    assert table[1].endswith("  pack.toml")
    assert "    a rule of your own: pack.toml\n" in run("explain", *options, stdin=text).text


def test_rules_of_the_configuration_are_listed_too(run, place) -> None:
    entries = json.loads(run("rules", "--format", "json").out)
    (own,) = [entry for entry in entries if entry["source"]]
    assert (own["name"], own["source"], own["stage"], own["enabled"]) == (
        "our-mark",
        str(place / "own.toml"),
        "custom",
        True,
    )
    assert "our-mark" not in run("rules", "--isolated").text
    assert run("rules", "show", "--isolated", "our-mark").status == 2


def test_a_rule_that_is_switched_off_is_shown_as_off(run, small) -> None:
    (small / "off.toml").write_text('[[rule]]\nname = "our-off"\nkind = "literal"\ntext = "甲乙"\nenabled = false\n')
    line = next(line for line in run("rules", "list", "--rules", "off.toml").text.splitlines() if "our-off" in line)
    assert line.split()[:3] == ["our-off", "custom", "off"]
    assert run("rules", "list", "--rules", "none.toml").status == 2


def test_in_and_out_and_in_again(run, small) -> None:
    assert run("rules", "import", str(PACK), "-o", "one.toml", "-q").status == 1
    ran = run("rules", "export", "one.toml", "-o", "back.json")
    assert ran.status == 0
    assert ran.err.endswith(" rules: 31 written, 0 refused\n")
    assert run("rules", "import", "back.json", "-o", "two.toml").status == 0
    one, two = (Path(name).read_text(encoding="utf-8").split("# rule ")[0] for name in ("one.toml", "two.toml"))

    def meaning(text: str) -> list[str]:
        dropped = ("#", "generation", "order", "id")
        return [line for line in text.splitlines() if line and not line.startswith(dropped)]

    assert meaning(one) == meaning(two)


def test_own_rules_go_out(run, small) -> None:
    ran = run("rules", "export", "own.toml")
    assert ran.status == 0
    (entry,) = json.loads(ran.out)
    assert (entry["name"], entry["isRegex"], entry["replacement"]) == ("our-mark", True, "")
    (small / "foot.toml").write_text('[[rule]]\nname = "our-foot"\nkind = "footer"\nfrom = "推荐"\n', encoding="utf-8")
    ran = run("rules", "export", "own.toml", "foot.toml")
    assert ran.status == 1
    assert "foot.toml: rule our-foot: refused: Legado knows no rule of this kind; write it as a regex" in ran.err
    assert run("rules", "export", "foot.toml").status == 2
    assert run("rules", "export", "small.json").status == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "bad.json: there is no rule in it"),
        (b"[{]", "bad.json: this is no JSON: "),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "bad.json: this is no UTF-8 text, so it is no JSON"),
        (b"{}", "bad.json: no rule could be translated, so nothing was written"),
        (b'[{"pattern": "(a"}]', "bad.json: no rule could be translated, so nothing was written"),
        (b'[{"pattern": "' + b"(" * 5000 + b'"}]', "bad.json: no rule could be translated, so nothing was written"),
    ],
)
def test_a_file_that_is_no_pack(run, small, data, why) -> None:
    (small / "bad.json").write_bytes(data)
    ran = run("rules", "import", "bad.json", "-o", "new.toml")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.splitlines()[-1].startswith(f"speechclean: {why}")
    assert not Path("new.toml").exists()


def test_places_that_are_wrong(run, small) -> None:
    assert "No such file" in run("rules", "import", "none.json").err
    assert run("rules", "import", "none.json").status == 2
    assert run("rules", "import", ".").status == 2
    ran = run("rules", "import", "small.json", "-o", "own.toml")
    assert ran.status == 2
    assert "own.toml is there already; --force replaces it" in ran.err
    assert run("rules", "import", "small.json", "-o", "own.toml", "--force").status == 1
    assert run("rules", "import", "small.json", "-o", "nowhere/own.toml").status == 2
    assert run("rules", "export", "own.toml", "-o", "nowhere/own.json").status == 2


def test_a_hostile_pattern_is_found_and_stops_no_other_file(run, small, monkeypatch) -> None:
    monkeypatch.setattr("speechclean.rules.custom.engine.LIMIT", 0.05)
    (small / "bad.json").write_text('[{"name": "慢", "pattern": "(a|b|ab)*c"}]', encoding="utf-8")
    ran = run("rules", "import", "bad.json", "-o", "slow.toml")
    assert ran.status == 0
    assert "a repetition inside a repetition may take long" not in ran.err  # it has none; lint tries it
    assert "takes too long" in run("rules", "lint", "slow.toml").text
    Path("in").mkdir()
    Path("in/1.txt").write_text("ab" * 4000 + "!c\n")
    Path("in/2.txt").write_text("好。  \n", encoding="utf-8")
    ran = run("fix", "--rules", "slow.toml", "--unsafe", "in", "-o", "out")
    assert ran.status == 2
    assert "in/1.txt: your rule legado-慢-" in ran.err
    assert [path.name for path in Path("out").iterdir()] == ["2.txt"]


def test_lint_finds_what_hurts_in_a_pack(run, small) -> None:
    entries = [
        {"name": "灾难", "pattern": "(甲+)+乙"},
        {"name": "空串", "pattern": "[丙丁]*"},
        {"name": "一字", "pattern": "的", "isRegex": False},
        {"name": "有界", "pattern": "戊己庚{1,3}", "scope": "三体"},
    ]
    (small / "p.json").write_text(json.dumps(entries), encoding="utf-8")
    ran = run("rules", "import", "p.json", "-o", "p.toml")
    assert "“灾难”: now legado-灾难-" in ran.err
    assert "a repetition inside a repetition may take long; see `speechclean rules lint`" in ran.err
    ran = run("rules", "lint", "p.toml")
    assert ran.status == 1
    found = [line.split(": ", 2)[1:] for line in ran.text.splitlines() if "no examples" not in line]
    told = "\n".join(f"{name.split('-')[1]}: {what}" for name, what in found)
    assert "灾难: error: takes too long: " in told
    assert "空串: error: the pattern can match the empty string" in told
    assert "一字: error: '的' is too short" in told
    assert told.count("warning: no scope") == 1, "once for the file"
    assert "灾难: warning: no scope: 3 rules of the file hold for every document" in told
    assert "有界" not in told


def test_messages_in_chinese(run, small) -> None:
    ran = run("--lang", "zh", "rules", "import", "small.json", "-o", "pack.toml")
    assert "small.json: 规则 2 “脚本”：未收：它的替换是程序（@js:）" in ran.err
    assert "仅限路径含 三体 的文档" in ran.err


@pytest.mark.parametrize(("command", "name"), [("import", "small.json"), ("export", "own.toml")])
def test_a_pack_is_not_written_over_what_it_is_made_of(run, small, command: str, name: str) -> None:
    Path("other").symlink_to(small / name)
    before = (small / name).read_bytes()
    for output in (name, "other"):
        ran = run("rules", command, name, "-o", output, "--force")
        assert (ran.status, f"{name} is a text that is read; name another file" in ran.err) == (2, True)
    assert (small / name).read_bytes() == before
