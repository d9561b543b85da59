"""What `import speechclean` costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("opencc", "chardet", "rich", "regex", "pyarrow", "ahocorasick_rs", "difflib", "speechclean.rules.ad")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, speechclean; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
