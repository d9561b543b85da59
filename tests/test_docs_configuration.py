"""docs/configuration.md and what `speechclean init` writes tell of every key, and of its default."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from speechclean.config import FIELDS, LISTS, RUN_KEYS, resolve, template
from speechclean.config.keys import default
from speechclean.wording import LANGUAGES

PAGE = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([a-z-]+)` \| (.*?) \|", PAGE, re.MULTILINE))
UNSET = {"encoding"}


def written(value: str) -> object:
    made = tomllib.loads(f"x = {value}")["x"]
    return tuple(made) if isinstance(made, list) else made


def test_the_page_has_every_key_and_no_other() -> None:
    assert set(ROWS) == {*FIELDS, *RUN_KEYS, "override"}


@pytest.mark.parametrize("key", sorted({*FIELDS, *RUN_KEYS} - UNSET))
def test_the_page_tells_the_default(key: str) -> None:
    assert written(ROWS[key].strip("`")) == default(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_has_every_key_with_its_default(language: str) -> None:
    general, _, override = template(language).partition("#[[override]]")
    keys = dict(re.findall(r"^#([a-z-]+) = (.*)$", general, re.MULTILINE))
    assert set(keys) == {*FIELDS, *RUN_KEYS}
    assert {key: written(value) for key, value in keys.items() if key not in UNSET} == {
        key: default(key) for key in keys if key not in UNSET
    }
    assert "paths = " in override


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_a_configuration_also_with_every_key_set(tmp_path, language: str) -> None:
    path = tmp_path / "speechclean.toml"
    path.write_text(template(language), encoding="utf-8")
    assert resolve({}, file=path).settings == resolve({}, isolated=True).settings
    path.write_text(re.sub(r"^#(?=[a-z\[])", "", template(language), flags=re.MULTILINE), encoding="utf-8")
    resolved = resolve({}, file=path)
    assert {key for key, origin in resolved.origins.items() if origin.source == str(path)} == {*FIELDS, *RUN_KEYS}
    assert resolved.settings_for(str(tmp_path / "forum" / "a" / "b.txt")).to == "keep"


def test_the_overrides_on_the_page_do_what_it_says(tmp_path) -> None:
    path = tmp_path / "speechclean.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1], encoding="utf-8")
    resolved = resolve({}, file=path)
    assert len(resolved.overrides) == 2
    assert resolved.settings_for(str(tmp_path / "taiwan" / "1.txt")).to == "keep"
    assert resolved.settings_for(str(tmp_path / "taiwan" / "1.big5.txt")).encoding == "big5"
    assert all(key in PAGE for key in LISTS)
