"""`explain`: what was found in a text, and why; also what was kept."""

from __future__ import annotations

from pathlib import Path

from speechclean.judgement import cuts
from speechclean.judgement.span import Evidence
from speechclean.judgement.verdict import Verdict

NOISE = "【本站首发】"
SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_change_with_its_place(run) -> None:
    ran = run("explain", f"好。\n大家{NOISE}好！")
    assert ran.status == 0
    assert f"2:3  our-mark\n    “{NOISE}” goes\n" in ran.text


def test_standard_input(run) -> None:
    assert f"“{NOISE}” goes" in run("explain", stdin=f"大家{NOISE}好！".encode("gb18030") * 9).text
    assert f"“{NOISE}” goes" in run("explain", "-", stdin=f"大家{NOISE}好！").text


def test_nothing_was_found(run) -> None:
    assert run("explain", "大家好！").text.startswith("nothing was found")


def test_a_file_s_name_is_a_text(run, tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"大家{NOISE}好！", encoding="utf-8")
    ran = run("explain", str(path))
    assert ran.status == 0
    assert "`speechclean explain < FILE` reads it" in ran.err
    assert run("explain", "大家好！").err == ""
    assert run("explain", str(tmp_path)).err == "", "no directory can be read so"
    assert run("explain", "大家好！" * 100).err == "", "longer than a name may be"


def test_binary(run) -> None:
    ran = run("explain", stdin=b"\0\0\0")
    assert ran.status == 2
    assert "binary" in ran.err


def test_evidence_for_an_ad(run) -> None:
    data = next(SEEDS.glob("000_*")).read_bytes()
    text = run("explain", "--isolated", stdin=data).text
    head = text.index("  ad-contact: the evidence sums to ")
    first, quote, *lines = text[text.rindex("\n", 0, head) + 1 :].splitlines()
    assert first.startswith("16:171  ")
    assert quote == "    “防断更加微信1503991601”"
    assert "identifier: 1503991601" in lines[1]
    assert all(line.split()[0] in ("for", "against") for line in lines[:4])


def test_evidence_against_what_was_kept(run, monkeypatch) -> None:
    evidence = (Evidence("channel", 2.0, "微信"), Evidence("quoted", -4.0), Evidence("call", 0.5, "加"))
    monkeypatch.setattr(cuts, "verdicts", lambda _: (Verdict(3, 9, -1.5, evidence),))
    ran = run("explain", "--isolated", "他说：加微信诈骗。")
    assert ran.text.splitlines()[0].startswith("1:4  kept: the evidence sums to -1.5, an ad needs ")
    assert [line.split() for line in ran.text.splitlines()[1:]] == [
        ["“加微信诈骗。”"],
        ["for", "+2.0", "channel:", "微信"],
        ["for", "+0.5", "call:", "加"],
        ["against", "-4.0", "quoted"],
    ]
