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
    except (KeyboardInterrupt, SystemExit) as end:
        # Typer ends in silence where it is interrupted between the commands' own handling.
        if isinstance(end, SystemExit) and end.code != _INTERRUPTED:
            raise
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        last_word("Interrupted.", "已中断。")
        # Interrupted within exec() or eval(), as while a dataclass is made, Python would end itself by the
        # signal although the interruption was handled; evaluating anything makes it forget that.
        eval("0")  # noqa: S307
        sys.exit(_INTERRUPTED)


_INTERRUPTED = 130  # ExitCode.INTERRUPTED, which an interruption is not to wait for
_said: list[str] = []


def last_word(en: str, zh: str) -> None:
    """Says why the command ends, once and waiting for no module to be loaded."""
    from hubops.language import t

    if not _said:
        _said.append(t(en, zh))
        print(_said[0], file=sys.stderr, flush=True)
