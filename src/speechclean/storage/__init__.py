"""Bytes and records in and out. Knows nothing of cleaning."""
