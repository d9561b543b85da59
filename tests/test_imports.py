"""What `import speechclean` costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("opencc", "chardet", "rich", "regex", "pyarrow", "ahocorasick_rs", "difflib", "speechclean.rules.ad")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, speechclean; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_cleaning_clean_text_from_a_pipe_loads_neither_paths_nor_the_judge() -> None:
    code = (
        "import sys, click; before = set(sys.modules);"
        " from speechclean.cli import start; status = start(['fix', '--isolated']);"
        "print(status, [name for name in ('pathlib', 'speechclean.judgement.judge', 'rich', 'opencc', 'chardet')"
        " if name in set(sys.modules) - before], file=sys.stderr)"
    )
    text = "各位代表，大会现在开始。今天的议程有三项。\n"
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (text, "0 []\n")
