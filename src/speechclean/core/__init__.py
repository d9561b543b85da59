"""The values everything else stands on: edits, documents, rules, results. Standard library only."""
