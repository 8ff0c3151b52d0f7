"""The command line: each command in a module of its own; errors are printed here and nowhere else."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """The entry point of `hubops`. The language is settled first: help is text that people read too."""
    # Who ends a job in CI sends SIGTERM: children and temporary files must go then, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for place, argument in enumerate(sys.argv[1:], start=1):
        if argument == "--lang" and place + 1 < len(sys.argv):
            os.environ["HUBOPS_LANG"] = sys.argv[place + 1]
        elif argument.startswith("--lang="):
            os.environ["HUBOPS_LANG"] = argument.partition("=")[2]
    try:
        from hubops.cli.app import app

        app(prog_name="hubops")
    except KeyboardInterrupt:  # while the commands were being loaded, or after one had ended
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from hubops.cli.console import t
        from hubops.errors import ExitCode

        print(t("Interrupted.", "已中断。"), file=sys.stderr)
        sys.exit(ExitCode.INTERRUPTED)
