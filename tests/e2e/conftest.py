"""Labs that several files of tests share, because making one takes minutes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
import yaml
from e2e.hubops_cli import CHECKOUT, Cli

SECRETS = {"ann": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "ben": "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"}
DOORS = ("ssh_server", "administrators", "accounts")
"""The roles that decide who gets in and who may do what."""


def hub(cli: Cli, name: str, **settings: object) -> str:
    """The lab's inventory with some variables set otherwise, as a folder of the test's own."""
    folder = cli.state / name
    shutil.copytree(CHECKOUT / "inventories/lab", folder)
    variables = folder / "group_vars/all.yml"
    variables.write_text(variables.read_text() + yaml.safe_dump(settings))
    return str(folder)


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A lab of containers; on hub-1 the roles that decide who gets in, with Ann and Ben enrolled for one-time passwords."""
    own = Cli(tmp_path_factory.mktemp("guarded"))
    tags = [part for role in DOORS for part in ("--tags", role)]
    try:
        own.run("provision", "up", "lab", "--containers-only")
        own.run("apply", "-i", hub(own, "enrolled", ssh_server_otp_secrets=SECRETS), "-l", "hub-1", *tags)
        yield own
    finally:
        own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []
