"""The proof on real hosts: what is broken is found, each by its control, and mended by the roles that the findings name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from e2e.breakages import DUE, failing, prove
from e2e.hubops_cli import KIND, MACHINES, Cli

from hubops import bundle
from hubops.breakages import on_hosts

pytestmark = pytest.mark.lab

BREAKAGES = [one for one in on_hosts(bundle.find()) if MACHINES or one.host.get("platform") != "vm"]


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A hub with a lab of its own on which every role has been applied; removed whatever happens."""
    own = Cli(tmp_path_factory.mktemp("breakages"))
    try:
        own.run("provision", "up", "lab", "--release", "trixie", *KIND)
        own.run("apply")
        yield own
    finally:
        own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []


def test_only_drills_are_due_on_hosts_as_the_roles_leave_them(cli: Cli) -> None:
    assert set(failing(cli.check())) == DUE


@pytest.mark.parametrize("batch", sorted({one.batch for one in BREAKAGES}))
def test_what_is_broken_is_found_and_mended(
    cli: Cli, batch: int, record_property: Callable[[str, object], None]
) -> None:
    proof = prove(cli, (one for one in BREAKAGES if one.batch == batch))
    record_property("told", str(proof))
    assert proof.wrong == []
