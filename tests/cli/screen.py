"""What a command sends to a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

SOURCE = str(Path(__file__).parents[2] / "src")


def coloured(place: Path, *arguments: str, **environment: str) -> str:
    """What a command sends to a terminal of 80 columns, in colours unless the arguments or the environment forbid."""
    ours, theirs = pty.openpty()
    bare = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    set_up = {"PYTHONPATH": SOURCE, "COLUMNS": "80", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", *arguments],
        cwd=place,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**bare, **set_up, **environment},
    )
    os.close(theirs)
    sent = b""
    try:
        while part := os.read(ours, 4096):
            sent += part
    except OSError:  # the other side is closed
        pass
    run.wait(timeout=30)
    os.close(ours)
    return sent.decode()
