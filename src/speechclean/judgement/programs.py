"""What programs and keyboards hold that looks like an account, and is none."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

KEY = "ctrl|control|alt|shift|cmd|command|option|opt|win|windows|fn|super|meta"
KEYS = rf"(?<![a-z0-9])(?:(?:{KEY})[ ø]?[+-][ ø]?){{1,3}}(?:[a-z][a-z0-9]{{0,9}}|[0-9])(?![a-z0-9@_])"
"""Keys that are held together: Ctrl+V is no account's +V."""
CODE = (
    r"(?<![a-z0-9])(?:v-(?:if|else(?:-if)?|for|model|bind|on|show|text|html|slot|once)|wx:(?:if|for|key|elif|else)"
    r"|wx\.(?:request|login|config|ready|cloud|(?:get|set|show|hide|open|choose|navigate|redirect|upload)[a-z]{2,20})"
    r"|k[0-9]{1,4}[+][0-9]{3}|(?<=#)(?=[0-9]{0,5}[a-f])[0-9a-f]{6}"
    r"|[a-z]:[ ø]?(?:int|float|str|string|bool|boolean|char|double|number|list|dict))(?![a-z0-9@_-])"
)
"""What programs hold: v and wx are words of theirs, v a variable with its type, #ff5500 a colour, and k12+300 a place on a road."""
TERM = Pattern(
    r"md5|sha-?\d{1,3}(?:sum)?|crc32|base64|utf-?8|gb(?:k|2312|18030)|mp[34]|h26[45]|x(?:86|64)|win(?:7|8|10|11)|app(?:id|key|secret)"
    r"|(?:open|union)id|u(?:u?id|rl)|html5?|css3?|python[23]?|amd64|arm64"
    r"|[a-z0-9._-]{0,30}\.(?:tar\.gz|t[gx]z|exe|iso|dll|bat|sh|jar|deb|rpm|json|csv|xml|yml|ini|log|java|cpp)"
)
"""Names of what computers do, which are nobody's account."""
