"""The converters, loaded on first need, one for each configuration and process.

They are OpenCC's; but what its `t2s` does is also done by a compiled loop over the same tables, ten times faster.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.errors import ConfigError
from speechclean.core.fold import fold_rows
from speechclean.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable

OLDEST = (1, 4, 1)
MEND = "mend it with: pip uninstall -y opencc opencc-python-reimplemented && pip install 'opencc>=1.4.1'"
TABLED = "t2s"
SURROGATES = "([\ud800-\udfff]+)"


@cache
def converter(config: str) -> Callable[[str], str]:
    """The function that converts by this configuration. Raises ConfigError where OpenCC is asked and cannot be relied on."""
    compiled = native.converter() if config == TABLED else None
    if not compiled:
        return by_opencc(config)
    by_table = compiled(*fold_rows(), rows(__file__, "phrases.txt")[2:])

    def convert(text: str) -> str:
        made = by_table(text)
        return by_opencc(config)(text) if made is None else made

    return convert


@cache
def by_opencc(config: str) -> Callable[[str], str]:
    """The same, by OpenCC itself."""
    try:
        import opencc
    except ImportError:
        raise ConfigError("the package opencc is missing, so the script cannot be converted; " + MEND) from None
    _check(opencc)
    whole = opencc.OpenCC(config).convert

    def convert(text: str) -> str:
        try:
            return str(whole(text))
        except UnicodeEncodeError:  # OpenCC takes no lone surrogates
            pieces = re.split(SURROGATES, text)
            return "".join(piece if number % 2 else whole(piece) for number, piece in enumerate(pieces))

    return convert


def _check(package: object) -> None:
    """Refuse the other package of this name, and releases that are known to change the wrong characters."""
    version = getattr(package, "__version__", "")
    if not hasattr(package, "opencc_clib"):
        raise ConfigError(
            "the package found as `opencc` is opencc-python-reimplemented, which has the same import name, "
            "converts differently and 50 times slower; " + MEND
        )
    if tuple(map(int, re.findall(r"\d+", version)[:3])) < OLDEST:
        raise ConfigError(f"opencc {version} converts some characters wrongly (坏 becomes 坯); " + MEND)
