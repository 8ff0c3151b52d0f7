"""Breaks what controls demand on hosts of a lab, sees that a check finds all of it, and has it mended."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from e2e.hubops_cli import Cli

from hubops.breakages import Breakage

NOT_BROKEN = "not broken: "
GOOD = {"pass", "not_applicable"}
# What no role brings about: on hosts that are new, no drill has been held.
DUE = {(f"drills/{name}", "ops-1") for name in ("alert_held", "last_passed", "promises_kept", "restore_held")}
Findings = Mapping[tuple[str, str], Any]


@dataclass(frozen=True)
class Proof:
    """How many were broken, found and mended, and what went otherwise, a line each."""

    broken: int
    found: int
    mended: int
    wrong: list[str]

    def __str__(self) -> str:
        return f"{self.broken} broken, {self.found} found, {self.mended} mended"


def prove(cli: Cli, ones: Iterable[Breakage], *limit: str) -> Proof:
    """Break all, check once, mend all by one command, check once; `limit` is the hosts that may show them."""
    hosts = {name: known for name, known in cli.hosts().items() if not limit or name in limit}
    only = ["-l", ",".join(limit)] if limit else []
    placed = spread(ones, hosts)
    wrong = [f"{one.name}: no host of the lab can show it" for one in placed.pop("")]
    there = [(one, host) for host, mine in placed.items() for one in mine]
    wrong += [line for host, mine in placed.items() for line in broken_on(cli, host, mine)]

    before = cli.check(*only)
    missed = [f"{one.name}, {host}: {why}" for one, host in there if (why := not_found(before, one, host))]
    # All hosts in one batch, which takes a third of the time.
    cli.run("remediate", "--max-hosts", "100", "--batch", str(len(hosts)), "--yes", *only, code=None)
    after = cli.check(*only)
    left = [(one, host) for one, host in there if status(after, one, host) != "pass"]
    # What people have to mend, such as an account that nobody knows, may be left over from what was broken.
    mine = {one.control for one, _ in there}
    still = failing(after)
    unmended = [
        f"{one.name}, {host}: not mended: {still.pop((one.control, host), None)}" for one, host in left
    ]
    strayed = [f"{key}: {why}" for key, why in still.items() if key[0] in mine]
    return Proof(
        len(there), len(there) - len(missed), len(there) - len(left), [*wrong, *missed, *unmended, *strayed]
    )


def failing(findings: Findings) -> dict[tuple[str, str], Any]:
    """What is not as it should be on the hosts, with what the findings hold."""
    return {
        key: (finding["status"], finding["items"], finding["reason"])
        for key, finding in findings.items()
        if finding["subject_kind"] == "host" and finding["status"] not in GOOD
    }


def broken_on(cli: Cli, host: str, ones: list[Breakage]) -> list[str]:
    """Breaks them on the host in one session; gives those that could not be."""
    said = cli.on(host, script(ones), seconds=900) if ones else ""
    return [f"{host}: {line}" for line in said.splitlines() if line.startswith(NOT_BROKEN)]


def not_found(findings: Findings, one: Breakage, host: str) -> str | None:
    """What the finding says instead of the denial that must be in it; None where it says that."""
    finding = findings[one.control, host]
    if finding["status"] == "fail" and one.shown_by(finding["items"]):
        return None
    return f"not found: {finding['status']} {json.dumps(finding['items'])}"


def status(findings: Findings, one: Breakage, host: str) -> str:
    return str(findings[one.control, host]["status"])


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
