"""Scores on hand-made gold: ``python -m evaluation`` prints them, and ``--check`` holds them to the floors of baseline.json."""
