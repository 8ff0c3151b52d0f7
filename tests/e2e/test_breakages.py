"""The proof on real hosts: what is broken is found, each by its control, and mended by the roles that the findings name."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from e2e import breakages
from e2e.hubops_cli import Cli

from hubops import bundle
from hubops.breakages import Breakage, load

pytestmark = pytest.mark.lab

# An emulated machine takes as long as all other tests together: `make proof` has one, `make test` has none.
MACHINES = os.environ.get("HUBOPS_TEST_MACHINES") == "1"
BREAKAGES = [one for one in load(bundle.find()) if MACHINES or one.host.get("platform") != "vm"]
# What people have to mend, such as an account that nobody knows, may be left over from what was broken.
BROKEN = {one.control for one in BREAKAGES}
GOOD = {"pass", "not_applicable"}
Findings = Mapping[tuple[str, str], Any]


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A hub with a lab of its own on which every role has been applied; removed whatever happens."""
    own = Cli(tmp_path_factory.mktemp("breakages"))
    try:
        own.run("provision", "up", "lab", "--release", "trixie", *([] if MACHINES else ["--containers-only"]))
        own.run("apply")
        yield own
    finally:
        own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []


def failing(findings: Findings) -> dict[tuple[str, str], Any]:
    """What is not as it should be on the hosts, with what the findings hold."""
    return {
        key: (finding["status"], finding["items"], finding["reason"])
        for key, finding in findings.items()
        if finding["subject_kind"] == "host" and finding["status"] not in GOOD
    }


def test_nothing_is_found_on_hosts_as_the_roles_leave_them(cli: Cli) -> None:
    assert failing(cli.check()) == {}


@pytest.mark.parametrize("batch", sorted({one.batch for one in BREAKAGES}))
def test_what_is_broken_is_found_and_mended(
    cli: Cli, batch: int, record_property: Callable[[str, object], None]
) -> None:
    placed = breakages.spread((one for one in BREAKAGES if one.batch == batch), cli.hosts())
    wrong = [f"{one.name}: no host of the lab can show it" for one in placed.pop("")]
    there = [(one, host) for host, ones in placed.items() for one in ones]
    wrong += [line for host, ones in placed.items() for line in broken_on(cli, host, ones)]

    before = cli.check()
    wrong += [f"{one.name}, {host}: {why}" for one, host in there if (why := not_found(before, one, host))]
    # All hosts in one batch, which takes a third of the time.
    cli.run("remediate", "--max-hosts", "100", "--batch", "3", "--yes", code=None)
    after = cli.check()
    left = [f"{one.name}, {host}: not mended" for one, host in there if status(after, one, host) != "pass"]

    found = sum(not_found(before, one, host) is None for one, host in there)
    record_property("told", f"{len(there)} broken, {found} found, {len(there) - len(left)} mended")
    assert [*wrong, *left] == []
    assert {key: why for key, why in failing(after).items() if key[0] in BROKEN} == {}


def broken_on(cli: Cli, host: str, ones: list[Breakage]) -> list[str]:
    """Breaks them on the host in one session; gives those that could not be."""
    said = cli.on(host, breakages.script(ones), seconds=600) if ones else ""
    return [f"{host}: {line}" for line in said.splitlines() if line.startswith(breakages.NOT_BROKEN)]


def not_found(findings: Findings, one: Breakage, host: str) -> str | None:
    """What the finding says instead of the denial that must be in it; None where it says that."""
    finding = findings[one.control, host]
    if finding["status"] == "fail" and one.shown_by(finding["items"]):
        return None
    return f"not found: {finding['status']} {json.dumps(finding['items'])}"


def status(findings: Findings, one: Breakage, host: str) -> str:
    return str(findings[one.control, host]["status"])
