"""Packs of the reader Legado (净化规则): read, turned into rules of ours, and written back."""
