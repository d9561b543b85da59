"""Every rule, in the one order in which the stages run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.rule import Stage

if TYPE_CHECKING:
    from speechclean.core.choices import Choices


def stages(choices: Choices, custom: tuple[Stage, ...] = (), early: tuple[Stage, ...] = ()) -> tuple[Stage, ...]:
    """The stages with all their rules, safe and unsafe, for these choices; `custom` and `early` are the user's own.

    This loads every rule. Cleaning asks `index.waiting_stages` instead, which loads a rule when it is first asked.
    """
    from speechclean.rules import (
        ad,
        boilerplate,
        characters,
        close,
        ends,
        furniture,
        glosses,
        invisible,
        joins,
        layout,
        markup,
        script,
        shift,
        transport,
    )

    return (
        Stage("invisible", invisible.rules(choices)),
        Stage("markup", markup.rules(choices)),
        Stage("characters", characters.rules(choices)),
        Stage("transport", transport.rules(choices)),
        Stage("glosses", glosses.rules(choices)),
        Stage("shift", shift.rules(choices)),
        Stage("script", script.rules(choices)),
        *early,
        Stage("furniture", furniture.rules(choices), removes=True),
        Stage("boilerplate", boilerplate.rules(choices), removes=True),
        Stage("ad", ad.rules(choices), removes=True),
        Stage("ends", ends.rules(choices), removes=True),
        Stage("close", close.rules(choices), removes=True),
        *custom,
        Stage("joins", joins.rules(choices)),
        Stage("layout", layout.rules(choices)),
    )
