"""Writes rules as a file that `load` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.rule import Safety
from speechclean.rules.custom.spec import Between, Body, Footer, Header, Line, Literal, Spec, Substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.rule import Example

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml(specs: Iterable[Spec]) -> str:
    """The rules as tables of TOML, a blank line between them."""
    return "\n".join("".join(f"{line}\n" for line in _rule(spec)) for spec in specs)


def comment(text: str) -> str:
    """A text as a comment of one line."""
    return "# " + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _rule(spec: Spec) -> Iterator[str]:
    yield "[[rule]]"
    kind, keys = _body(spec.body)
    common = {
        "name": spec.name,
        "kind": kind,
        **keys,
        "summary": spec.summary,
        "safety": "" if spec.safety is Safety.SAFE else spec.safety.value,
        "scope": spec.scope.globs,
        "exclude": spec.scope.excludes,
        "order": spec.order,
        "enabled": spec.enabled,
        "id": spec.id,
        "group": spec.group,
    }
    absent = {"order": 0, "enabled": True}
    for key, value in common.items():
        if value not in (absent.get(key, ""), ()):
            yield f"{key} = {value_of(value)}"
    if spec.origin:
        yield "[rule.origin]"
        yield from (f"{_key(key)} = {value_of(value)}" for key, value in spec.origin)
    for example in spec.examples:
        yield from _example(example)


def _body(body: Body) -> tuple[str, dict[str, object]]:
    """The kind of a rule and its keys; `""` and `()` are left out."""
    match body:
        case Literal(texts=texts, exact=exact):
            found: dict[str, object] = {"text": texts[0]} if len(texts) == 1 else {"texts": texts}
            return "literal", found | _exact(exact=exact)
        case Between(start=start, end=end, longest=longest, ends=ends, exact=exact):
            return "between", {"start": start, "end": end, "max": longest, "ends": ends} | _exact(exact=exact)
        case Line(contains=contains, matches=matches, longest=longest, exact=exact):
            return "line", {"contains": contains, "matches": matches, "max": longest} | _exact(exact=exact)
        case Substitute(pattern=pattern, replace=new, flags=flags):
            return "regex", {"pattern": pattern, "replace": new, "flags": flags}
        case Header(until=until, longest=longest, ends=ends):
            return "header", {"until": until, "max": longest, "ends": ends}
        case Footer(begins=begins, longest=longest, ends=ends):
            return "footer", {"from": begins, "max": longest, "ends": ends}


def _exact(*, exact: bool) -> dict[str, object]:
    return {"exact": True} if exact else {}


def _example(example: Example) -> Iterator[str]:
    yield ""
    yield "[[rule.example]]"
    if example.before == example.after:
        yield f"keep = {value_of(example.before)}"
    else:
        yield f"before = {value_of(example.before)}"
        yield f"after = {value_of(example.after)}"
    if example.why:
        yield f"why = {value_of(example.why)}"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else value_of(key)


def value_of(value: object) -> str:
    """A value as TOML writes it: a string, a number, true or false, a list, an inline table."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list() | tuple():
            return f"[{', '.join(map(value_of, value))}]"
        case dict():
            return f"{{{', '.join(f'{_key(str(key))} = {value_of(item)}' for key, item in value.items())}}}"
        case _:
            return _string(str(value))


def _string(text: str) -> str:
    """A string in '…', where TOML leaves backslashes alone, unless something in it cannot be seen."""
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return f'"{"".join(ESCAPES.get(character) or _visible(character) for character in text)}"'


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
