"""How each control is broken in real life: the `breakage.yml` beside it, its proof on live hosts and on records.

A file is a list of ways. What a role mends is broken on a host:

    - way: a drop-in that is read earlier          a short phrase
      host: {platform: vm, role: hub}              which hosts can show it; left out where any can
      run: echo … >/etc/…                          by sh -eu as root
      denies: {item: …, expected: …, actual: …}    of one denial what no other day changes, `item` at least
      batch: 2                                     where it cannot be broken together with the others

The tests break hosts with them, see that `hubops check` finds each, and that `hubops remediate` mends it.
What records show is broken in the lab's records:

    - way: the agreement ran out unnoticed
      records: {AGR-002: {expires: "2026-11-22"}}  fields by the record's id; null: the record is gone
      denies: {item: P-002, …}

The tests see that each brings about this finding and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hubops.bundle import Bundle
from hubops.files import plain_yaml


@dataclass(frozen=True)
class Breakage:
    """One way to break a control; `denies` is what one denial of the finding must say at least."""

    control: str
    way: str
    denies: Mapping[str, Any]
    run: str | None = None
    records: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)
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
        for way in plain_yaml(path.read_text(encoding="utf-8"))
    ]


def on_hosts(bundle: Bundle) -> list[Breakage]:
    """Those that hosts show."""
    return [one for one in load(bundle) if one.run is not None]


def proofs(bundle: Bundle) -> dict[str, int]:
    """In how many ways each control is broken, by its id; 0 is left out."""
    return dict(Counter(one.control for one in load(bundle)))
