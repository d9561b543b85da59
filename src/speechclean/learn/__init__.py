"""Proposes rules from what repeats across documents and should not: two passes over hashes, in bounded memory."""

from __future__ import annotations

from speechclean.learn.collect import Text, learn
from speechclean.learn.memory import Memory
from speechclean.learn.proposal import Proposal, propose

__all__ = ["Memory", "Proposal", "Text", "learn", "propose"]
