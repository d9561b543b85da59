"""The command `speechclean`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from speechclean.cli import start

        status = start(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line was there to answer it
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
