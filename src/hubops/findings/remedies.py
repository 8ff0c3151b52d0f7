"""What would mend the failures of a run: which hosts, by which roles' tags, and what is left to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubops.model import Finding, Results, Status, SubjectKind


@dataclass(frozen=True)
class Plan:
    """Failures on hosts that a role mends, by host; `manual` are those that a person has to."""

    hosts: dict[str, tuple[Finding, ...]]
    manual: tuple[Finding, ...]

    def tags(self, hosts: Iterable[str] | None = None) -> list[str]:
        """The tags that mend them, on these hosts or on all."""
        chosen = self.hosts if hosts is None else hosts
        return sorted({f.remedy.tag for host in chosen for f in self.hosts[host] if f.remedy.tag})

    def batches(self, size: int) -> Iterator[list[str]]:
        """The hosts in order, so many at a time."""
        names = list(self.hosts)
        for start in range(0, len(names), size):
            yield names[start : start + size]

    def too_many(self, hosts: int, percent: int) -> bool:
        """Whether it would change more than so many percent of so many hosts."""
        return len(self.hosts) * 100 > percent * hosts


def plan(results: Results) -> Plan:
    """What the failures of a run ask for; what is waived asks for nothing."""
    hosts: dict[str, list[Finding]] = {}
    manual = []
    for finding in results.findings:
        if finding.status is not Status.FAIL or finding.subject_kind is not SubjectKind.HOST:
            continue
        if finding.remedy.tag:
            hosts.setdefault(finding.subject, []).append(finding)
        else:
            manual.append(finding)
    return Plan({host: tuple(found) for host, found in sorted(hosts.items())}, tuple(manual))


def left(plan: Plan, hosts: Iterable[str], after: Results) -> list[Finding]:
    """What of the plan is not mended on these hosts: every finding that neither passes nor is excused."""
    good = {Status.PASS, Status.NOT_APPLICABLE, Status.WAIVED}
    asked = {(f.control, host) for host in hosts for f in plan.hosts[host]}
    found = {(f.control, f.subject): f for f in after.findings}
    return [
        found[key] if key in found else next(f for f in plan.hosts[key[1]] if f.control == key[0])
        for key in sorted(asked)
        if key not in found or found[key].status not in good
    ]
