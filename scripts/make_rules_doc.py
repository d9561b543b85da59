"""Write docs/rules.md from the rules themselves.

python scripts/make_rules_doc.py > docs/rules.md
"""

from __future__ import annotations

import sys

from speechclean.core.choices import Choices
from speechclean.report.rules import markdown
from speechclean.rules import stages


def page() -> str:
    """The whole page."""
    return markdown(stages(Choices()))


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
