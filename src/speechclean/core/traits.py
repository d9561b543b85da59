"""Traits of whole texts: what the compiled scan tells in passing, so that rules without triggers need not be asked.

A rule that names some finds nothing in a text that shows none of them. Where nothing is compiled, such rules are asked
always, as all of them are once a text has changed. The numbers are those in native/traits.pxd.
"""

from __future__ import annotations

OTHER_SCRIPT = 1
"""A Traditional or rare character that the scan's spellings are made of; all that exist in that script alone are."""
VOWEL = 2
"""One of a, e, i, o, u."""
LONE_LETTER = 4
"""A letter, or a sign between `@` and `~`, behind a character beyond ASCII and before none of ASCII."""
ACCOUNT = 8
"""A run of four Latin signs with a letter or five digits in it, such as accounts and addresses are."""
SPACED = 16
"""A sign at every second place that spaces out ads: four times, or twice where it is an odd one."""
TRAILING_BLANK = 32
"""A blank at the end of a line."""
SURPLUS_LINE = 64
"""A blank line behind another, at the head or at the end."""
LINES_OF_ONE = 128
"""Fifteen lines of one character beyond ASCII, with or without a space behind it."""
LINE_AGAIN = 256
"""A line of 6 to 60 characters that stands there again, whatever blanks are around it, and does not end a clause."""
LINE_TWICE_AGAIN = 512
"""Such a line that stands there three times."""
TAGS = 1024
"""Four lines that end in a word behind a full stop."""
SPACES = 2048
"""A line with three spaces or more between Chinese characters, 18 characters or more apart and no more than 5 uneven."""

ALL = -1
"""What holds of a text that was not looked at so."""
