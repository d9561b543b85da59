from __future__ import annotations

import pytest

from speechclean.core.errors import RuleFileError
from speechclean.core.rule import Example, Safety
from speechclean.rules.custom.load import load
from speechclean.rules.custom.spec import Between, Footer, Header, Line, Literal, Scope, Substitute

ALL_KINDS = r"""
exclude = "drafts/"

[[rule]]
name = "our-watermark"
kind = "literal"
text = "秋水文库"
summary = "The site's name"
scope = ["qs/**", "*.qs.txt"]
order = 20
id = "b3:77aa"
group = "广告"
origin = { format = "legado", id = 17, scopeTitle = false }

[[rule.example]]
before = "甲秋水文库乙"
after = "甲乙"

[[rule.example]]
keep = "秋水文"
why = "not the whole name"

[[rule]]
name = "our-box"
kind = "between"
start = "【"
end = "】"
max = 30
ends = false
safety = "unsafe"

[[rule]]
name = "our-line"
kind = "line"
contains = ["加群", "扫码"]
matches = "秋水.*"
exclude = []
exact = true
enabled = false

[[rule]]
name = "our-dots"
kind = "regex"
pattern = "(。)。+"
replace = '\1'
flags = "im"

[[rule]]
name = "our-head"
kind = "header"
until = "来源：.*"

[[rule]]
name = "我们的-页脚"
kind = "footer"
from = "相关.*"
max = 3
"""

WRONG = {
    'nam = "our-x"\nkind = "literal"\ntext = "ab"': "unknown key 'nam'; did you mean 'name'?",
    'kind = "literal"\ntext = "ab"': "'name' is missing",
    'name = "our-x"\nkind = "litral"\ntext = "ab"': "kind: unknown value 'litral'; did you mean 'literal'?",
    'name = "our-x"\ntext = "ab"': "'kind' is missing",
    'name = "our-x"\nkind = "literal"': "give 'text' or 'texts'",
    'name = "our-x"\nkind = "literal"\ntext = ""': "'text' must not be empty",
    'name = "our-x"\nkind = "literal"\ntexts = []': "'texts' must not be empty",
    'name = "our-x"\nkind = "literal"\ntexts = ["a", 3]': "'texts' must be a string or a list of strings",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\npattern = "a"': "unknown key 'pattern'",
    'name = "our-x"\nkind = "between"\nstart = "a"': "'end' is missing",
    'name = "our-x"\nkind = "between"\nstart = "a"\nend = "b"\nmax = 0': "'max' must lie between 1 and 100000, not 0",
    'name = "our-x"\nkind = "line"': "give 'contains', 'matches' or both",
    'name = "our-x"\nkind = "line"\ncontains = "a\\nb"': "a line contains no newline",
    'name = "our-x"\nkind = "line"\nmatches = "a("': "'matches' is no regular expression: missing )",
    'name = "our-x"\nkind = "regex"\npattern = "a{2,1}"': "'pattern' is no regular expression",
    'name = "our-x"\nkind = "regex"\npattern = "a"\nflags = "g"': "flags 'g': each is one of i, m, s, x",
    'name = "our-x"\nkind = "regex"\npattern = "a"\nreplace = "\\\\1"': "'replace': \\1: the pattern has no such group",
    'name = "our-x"\nkind = "regex"\npattern = "a"\nreplace = "\\\\g<n>"': "the pattern has no group of that name",
    'name = "our-x"\nkind = "regex"\npattern = "a"\nreplace = "\\\\q"': "unknown escape \\q",
    'name = "our-x"\nkind = "regex"\npattern = "a{1000000000}"': "'pattern': its counted repetitions come to more than",
    'name = "our-x"\nkind = "line"\nmatches = "((a{100}){100}){9,100}"': "'matches': its counted repetitions",
    'name = "our-x"\nkind = "header"\nuntil = "(a|(?R))*"': "'until': a pattern that calls itself is not supported",
    'name = "our-x"\nkind = "footer"\nfrom = "(?P<n>a|(?&n))"': "'from': a pattern that calls itself is not supported",
    'name = "our-x"\nkind = "header"\nuntil = "a"\nmax = true': "'max' must be a whole number",
    'name = "our-x"\nkind = "footer"': "'from' is missing",
    'name = "our-x"\nkind = "footer"\nfrom = "a"\nends = 1': "'ends' must be true or false",
    'name = "Our X"\nkind = "literal"\ntext = "ab"': "a name is made of words in lower case",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nsafety = "unsave"': "did you mean 'unsafe'?",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nscope = ["a", 3]': "'scope' must be a string or a list of strings",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nexample = [{before = "a"}]': "example 1: 'after' is missing",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nexample = [{keep = "a", after = "b"}]': "give 'keep' alone",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nexample = [{kep = "a"}]': "did you mean 'keep'?",
    'name = "our-x"\nkind = "literal"\ntext = "ab"\nexample = 3': "'example' must be a list of tables",
    'name = "ad-contact"\nkind = "literal"\ntext = "ab"': "this is a built-in name; try 'our-ad-contact'",
    'name = "ad-mine"\nkind = "literal"\ntext = "ab"': "names that begin with 'ad' are built-in ones",
}


def written(tmp_path, text: str, name: str = "own.toml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_kind_is_read(tmp_path) -> None:
    watermark, box, line, dots, head, foot = load([written(tmp_path, ALL_KINDS)])
    assert watermark.body == Literal(("秋水文库",))
    assert watermark.scope == Scope(("qs/**", "*.qs.txt"), ("drafts/",))
    assert (watermark.order, watermark.id, watermark.group) == (20, "b3:77aa", "广告")
    assert dict(watermark.origin) == {"format": "legado", "id": 17, "scopeTitle": False}
    assert watermark.examples == (Example("甲秋水文库乙", "甲乙"), Example.keep("秋水文", "not the whole name"))
    assert box.body == Between("【", "】", 30, ends=False)
    assert box.safety is Safety.UNSAFE
    assert line.body == Line(("加群", "扫码"), "秋水.*", exact=True)
    assert not line.enabled
    assert line.scope == Scope()
    assert dots.body == Substitute("(。)。+", r"\1", "im")
    assert head.body == Header("来源：.*")
    assert foot.body == Footer("相关.*", 3)


@pytest.mark.parametrize(("table", "message"), WRONG.items())
def test_what_is_wrong_is_said(tmp_path, table, message) -> None:
    path = written(tmp_path, f"[[rule]]\n{table}\n")
    with pytest.raises(RuleFileError) as caught:
        load([path], {"ad", "ad-contact", "all"})
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}: rule 1")


def test_all_errors_of_all_files_come_at_once(tmp_path) -> None:
    bad = '[[rule]]\nname = "our-x"\nkind = "regex"\npattern = "("\n[[rule]]\nkind = "line"\n'
    paths = [written(tmp_path, bad, "a.toml"), written(tmp_path, "[[rule", "b.toml"), str(tmp_path / "none.toml")]
    with pytest.raises(RuleFileError) as caught:
        load(paths)
    lines = str(caught.value).splitlines()
    assert [line.partition(".toml")[0].rpartition("/")[2] for line in lines] == ["a", "a", "a", "b", "none"]
    assert "rule 1 (our-x)" in lines[0]


def test_a_name_means_one_rule_across_files(tmp_path) -> None:
    table = '[[rule]]\nname = "our-x"\nkind = "literal"\ntext = "ab"\n'
    paths = [written(tmp_path, table, "a.toml"), written(tmp_path, table, "b.toml")]
    with pytest.raises(RuleFileError, match=r"b\.toml: rule 1 \(our-x\): the name is already in .*a\.toml"):
        load(paths)


def test_a_file_named_twice_is_read_once(tmp_path) -> None:
    path = written(tmp_path, ALL_KINDS)
    assert load([path, path]) == load([path])


@pytest.mark.parametrize("text", ["", "rules = []", "rule = 3", 'rule = ["a"]'])
def test_a_file_without_rules_is_an_error(tmp_path, text) -> None:
    with pytest.raises(RuleFileError):
        load([written(tmp_path, text)])


@pytest.mark.parametrize(
    ("globs", "path", "covered"),
    [
        (("*.txt",), "a/b.txt", True),
        (("*.txt",), "a/b.md", False),
        (("qs/**",), "data/qs/x/a.txt", True),
        (("qs/**",), "./qs/a.txt", True),
        (("qs/",), "qs/a.txt", True),
        (("qs/*.txt",), "qs/x/a.txt", False),
        (("/qs/**",), "data/qs/a.txt", False),
        (("/data/**",), "/data/a.txt", True),
        (("**",), "a.txt", True),
        ((), "a.txt", True),
        (("*.txt",), None, False),
        ((), None, True),
    ],
)
def test_scope(globs, path, covered) -> None:
    assert Scope(globs).covers(path) is covered


def test_excludes_beat_the_scope() -> None:
    scope = Scope(("*.txt",), ("drafts/", "old-*"))
    assert scope.covers("a.txt")
    assert not scope.covers("drafts/a.txt")
    assert not scope.covers("x/old-a.txt")


def test_a_wrong_kind_hides_nothing_else(tmp_path) -> None:
    path = written(tmp_path, '[[rule]]\nnmae = "our-x"\nkind = "litteral"\ntext = "甲乙"\n')
    with pytest.raises(RuleFileError) as raised:
        load([path])
    told = str(raised.value)
    assert "did you mean 'literal'?" in told
    assert "unknown key 'nmae'; did you mean 'name'?" in told
    assert "'name' is missing" in told
    assert "'text'" not in told
