"""The rules of the stage `ad`, in the order in which they are asked. The first seven share one judge."""

from __future__ import annotations

from speechclean.rules.ad import (
    disguised,
    contact,
    contact_line,
    gambling,
    keyword_line,
    novel_site,
    service,
    site,
    tag_suffix,
    watermark,
)

RULES = (
    contact.RULE,
    contact_line.RULE,
    site.RULE,
    service.RULE,
    novel_site.RULE,
    disguised.RULE,
    gambling.RULE,
    keyword_line.RULE,
    tag_suffix.RULE,
    watermark.RULE,
)
