"""Print the two commands of a README that are marked to be run, one a line."""

from __future__ import annotations

import re
import sys
from pathlib import Path

MARKED = 2

blocks = re.findall(r"<!-- run -->\n```sh\n(.*?)```", Path(sys.argv[1]).read_text(encoding="utf-8"), re.DOTALL)
if len(blocks) != MARKED:
    sys.exit(f"{sys.argv[1]} marks {len(blocks)} commands to be run, not {MARKED}")
sys.stdout.write("".join(blocks))
