"""What a person refused: changes that are not to be made, kept in a file, and found again in texts that moved on.

    for change in changes(result):          # as a person looks at them, by place in the decoded original
        change.rule, change.parts           # who asked, with evidence
        change.old, change.new              # the text as the rule read it, and what took its place
        change.refusal("seeds/000.txt")     # a Refusal of it: the path is the one the run named
    dump(refusals, "speechclean 0.1.0")     # the text of a decisions.json (docs/decisions.schema.json)
    load("a.json", "b.json")                # Decisions; raises DecisionsError
    Cleaner(settings, Decisions(refusals))  # honours them; `Result.unmatched` tells of those that were not found

A change may enclose others (a cut around a conversion); it comes before them. What was refused is safe from every rule.
"""

from __future__ import annotations

from speechclean.decisions.changes import Change, changes
from speechclean.decisions.files import Decisions, dump, load
from speechclean.decisions.guard import Guard
from speechclean.decisions.refusal import Context, Refusal

__all__ = ["Change", "Context", "Decisions", "Guard", "Refusal", "changes", "dump", "load"]
