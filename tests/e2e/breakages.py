"""Where in the lab each breakage is shown, and the script that does them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from typing import Any

from hubops.breakages import Breakage

NOT_BROKEN = "not broken: "


def spread(
    breakages: Iterable[Breakage], hosts: Mapping[str, Mapping[str, Any]]
) -> dict[str, list[Breakage]]:
    """Each breakage on one host that can show it, no host with more than its share; those that none can under ""."""
    placed: dict[str, list[Breakage]] = {name: [] for name in ("", *sorted(hosts))}
    # Those with the least choice first, so that the others fill up what is left.
    choices = [(sorted(name for name in hosts if one.fits(hosts[name])), one) for one in breakages]
    for fitting, one in sorted(choices, key=lambda choice: len(choice[0])):
        placed[min(fitting, key=lambda name: len(placed[name]), default="")].append(one)
    return placed


def script(breakages: Iterable[Breakage]) -> str:
    """All of them as one shell script, each in a shell of its own; those that fail are printed by name."""
    return "\n".join(
        f"sh -euc {shlex.quote(one.run)} </dev/null >/dev/null || echo {shlex.quote(NOT_BROKEN + one.name)}"
        for one in breakages
    )
