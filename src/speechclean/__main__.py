"""The command `speechclean`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; a closed pipe ends quietly, Ctrl-C ends with status 130."""
    from speechclean.cli import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
