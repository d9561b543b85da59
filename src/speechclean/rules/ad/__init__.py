"""The rules of the stage `ad`, in the order in which they are asked. They share one judge."""

from __future__ import annotations

from speechclean.rules.ad import bare, contact, contact_line, novel_site, service, site

RULES = (contact.RULE, contact_line.RULE, site.RULE, service.RULE, novel_site.RULE, bare.RULE)
