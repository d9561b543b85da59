"""GitHub's annotations: one line a finding, whatever the texts hold."""

from __future__ import annotations

from speechclean import Cleaner, Settings
from speechclean.report.forms import About, report
from speechclean.report.github import command

CLEANER = Cleaner(Settings())


def told(data: bytes, path: str = "a.txt", *, notes: bool = False) -> list[str]:
    filled = report("github", About("speechclean 0", CLEANER.settings, CLEANER.stages, notes))
    return filled.add(path, CLEANER(data)).splitlines()


def test_escapes() -> None:
    assert command("warning", {"file": "100%,a:b\n", "title": "x"}, "50%: a,b\r\n::error::") == (
        "::warning file=100%25%2Ca%3Ab%0A,title=x::50%25: a,b%0D%0A::error::\n"
    )


def test_a_finding_in_one_line_has_columns() -> None:
    (line,) = told("👉好。防断更加微信1503991601\n谢谢大家！\n".encode(), "讲,话.txt")
    assert line.startswith("::warning file=讲%2C话.txt,line=1,endLine=1,col=4,endColumn=20,title=ad-contact::“防断更")


def test_one_over_several_lines_has_none() -> None:
    (line,) = told("好。\n\n\n\n散会。\n".encode())
    assert line.startswith("::warning file=a.txt,line=3,endLine=5,title=layout-blank-lines::")


def test_bytes_and_notes() -> None:
    (line,) = told("中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。\n".encode("gb18030"))
    assert line == "::warning file=a.txt,title=bytes::gb18030 → utf-8"
    assert told("同志们来到**县和XX乡调研。\n".encode()) == []
    (line, _) = told("同志们来到**县和XX乡调研。\n".encode(), notes=True)
    assert line.startswith("::notice file=a.txt,line=1,endLine=1,col=6,endColumn=8,title=note%3A mask::**")


def test_failures_are_errors() -> None:
    filled = report("github", About("speechclean 0", CLEANER.settings, CLEANER.stages))
    assert filled.fail("a.txt", "no such\nfile") == "::error file=a.txt,title=failed::no such%0Afile\n"
