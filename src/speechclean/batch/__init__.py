"""Cleans batches of records for engines that hand them out: Arrow tables in, Arrow tables out. Needs pyarrow."""

from __future__ import annotations

from speechclean.batch.arrow import COLUMNS, clean_array, clean_batch

__all__ = ["COLUMNS", "clean_array", "clean_batch"]
