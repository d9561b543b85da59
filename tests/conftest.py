"""Tests read English, whatever the locale of whoever runs them; those on languages say which."""

from __future__ import annotations

import os

for name in ("LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"
