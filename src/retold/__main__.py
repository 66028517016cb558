"""``python -m retold``: the command."""

from .cli import main

main()
