"""`hubops-collect.pyz [--sections a,b] [--list]`: the facts of this host as one JSON on standard output."""

from __future__ import annotations

import argparse
import json
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

from hubops import __version__

from . import COLLECTORS, collector
from .probe import Probe

if TYPE_CHECKING:
    from types import FrameType

    from .probe import Outcome

SCHEMA = "hubops/collection/1"
SECTION_SECONDS = 120
"""The longest a section may take; generous, because a host may be slow, yet bounded."""
SECTION_BYTES = 4 * 1024 * 1024


class OutOfTime(BaseException):
    """The section took too long. No Exception, so that no collector's own handling swallows it."""


def main(arguments: list[str] | None = None) -> int:
    """Collect and print; 0, or 2 for a section that does not exist."""
    parser = argparse.ArgumentParser(
        prog="hubops-collect", description="Read-only facts of this host as JSON."
    )
    parser.add_argument("--sections", default=",".join(COLLECTORS), help="which sections, joined by commas")
    parser.add_argument("--list", action="store_true", help="print the names of the sections")
    options = parser.parse_args(arguments)
    if options.list:
        print("\n".join(COLLECTORS))
        return 0
    sections = [name for name in options.sections.split(",") if name]
    strange = [name for name in sections if name not in COLLECTORS]
    if strange:
        print(f"no section {', '.join(strange)}; valid: {', '.join(COLLECTORS)}", file=sys.stderr)
        return 2
    json.dump(collection(sections), sys.stdout, sort_keys=True, separators=(",", ":"))
    print()
    return 0


def collection(sections: list[str], root: str = "/") -> dict[str, Any]:
    """The facts of this host: each section with `data`, or with `error` where collecting failed."""
    commands: dict[tuple[str, ...], Outcome | None] = {}
    return {
        "schema": SCHEMA,
        "collector": __version__,
        "host": socket.gethostname(),
        "sections": {name: _section(name, Probe(root, commands=commands)) for name in sections},
    }


def _section(name: str, probe: Probe) -> dict[str, Any]:
    """One section, within its bounds of time and size; an error of its collector stays its own."""
    started = time.monotonic()
    collected_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    result: dict[str, Any]
    try:
        data = _timed(name, probe)
        size = len(json.dumps(data))
        if size > SECTION_BYTES:
            raise ValueError(f"{size} bytes of facts, more than {SECTION_BYTES}")
        result = {"data": data}
    except OutOfTime:
        result = {"error": f"no end after {SECTION_SECONDS} s"}
    except Exception as error:  # one collector's fault must not take the other sections with it
        result = {"error": f"{type(error).__name__}: {error}"[:500]}
    return {"collected_at": collected_at, "seconds": round(time.monotonic() - started, 2), **result}


def _timed(name: str, probe: Probe) -> dict[str, Any]:
    """Run a collector under an alarm; it rings again each second should something swallow it."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECTION_SECONDS, 1)
    try:
        data = collector(name)(probe)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    cleaned: dict[str, Any] = _valid_text({**data, "unreadable": probe.unreadable})
    return cleaned


def _valid_text(value: Any) -> Any:
    """The value with each string valid Unicode: odd bytes of file names become U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {_valid_text(key): _valid_text(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_valid_text(item) for item in value]
    return value


if __name__ == "__main__":
    sys.exit(main())
