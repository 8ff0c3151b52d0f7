"""How each control with a role is broken in real life: the `breakage.yml` beside it, and where it can be shown.

A file is a list of ways:

    - way: a drop-in that is read earlier          a short phrase
      host: {platform: vm, role: hub}              which hosts can show it; left out where any can
      run: echo … >/etc/…                          by sh -eu as root
      denies: {item: …, expected: …, actual: …}    of one denial what no other day changes, `item` at least
      batch: 2                                     where it cannot be broken together with the others
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from hubops.bundle import Bundle

NOT_BROKEN = "not broken: "


@dataclass(frozen=True)
class Breakage:
    """One way to break a control; `denies` is what one denial of the finding must say at least."""

    control: str
    way: str
    run: str
    denies: Mapping[str, Any]
    host: Mapping[str, str] = field(default_factory=dict)
    batch: int = 1

    @property
    def name(self) -> str:
        return f"{self.control} ({self.way})"

    def fits(self, host: Mapping[str, Any]) -> bool:
        """Whether a host, given by its variables in the inventory, can show it."""
        return all(host[f"hub_{key}"] == value for key, value in self.host.items())

    def shown_by(self, denials: Iterable[Mapping[str, Any]]) -> bool:
        """Whether one of a finding's denials says all that this demands."""
        return any(denial.items() >= self.denies.items() for denial in denials)


def load(bundle: Bundle) -> list[Breakage]:
    """All breakages, by control."""
    return [
        Breakage("/".join(path.parent.parts[-2:]), **way)
        for path in sorted((bundle.policies / "controls").glob("*/*/breakage.yml"))
        for way in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


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
