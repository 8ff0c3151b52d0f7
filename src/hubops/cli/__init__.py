"""The command line: each command in a module of its own; errors are printed here and nowhere else."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The entry point of `hubops`. The language is settled first: help is text that people read too."""
    for place, argument in enumerate(sys.argv[1:], start=1):
        if argument == "--lang" and place + 1 < len(sys.argv):
            os.environ["HUBOPS_LANG"] = sys.argv[place + 1]
        elif argument.startswith("--lang="):
            os.environ["HUBOPS_LANG"] = argument.partition("=")[2]
    from hubops.cli.app import app

    app(prog_name="hubops")
