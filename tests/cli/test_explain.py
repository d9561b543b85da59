"""`explain`: what was found in a text, and why."""

from __future__ import annotations

NOISE = "【本站首发】"


def test_a_change_with_its_place(run) -> None:
    ran = run("explain", f"好。\n大家{NOISE}好！")
    assert ran.status == 0
    assert f"2:3  our-mark\n    “{NOISE}” goes\n" in ran.text


def test_standard_input(run) -> None:
    assert f"“{NOISE}” goes" in run("explain", stdin=f"大家{NOISE}好！".encode("gb18030") * 9).text
    assert f"“{NOISE}” goes" in run("explain", "-", stdin=f"大家{NOISE}好！").text


def test_nothing_was_found(run) -> None:
    assert run("explain", "大家好！").text.startswith("nothing was found")


def test_binary(run) -> None:
    ran = run("explain", stdin=b"\0\0\0")
    assert ran.status == 2
    assert "binary" in ran.err


def test_evidence_for_and_against(run) -> None:
    ran = run("explain", "--isolated", "今天的会议到此结束。加微信abc12345领取全套讲话资料。")
    assert "evidence" in ran.text or "for" in ran.text
