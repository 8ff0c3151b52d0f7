"""What both kinds of host have in common: their description and the wait until they answer."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hubops.errors import ProvisionFailed
from hubops.model import Json, digest
from hubops.provision.lab import names


@dataclass(frozen=True)
class Spec:
    """What a host is made from; a change of any of it makes the host anew.

    `platform` is `container` or `vm`; `release` names the Debian release, and `image` is the one of it, pinned by the
    digest of its content; `memory` is in MiB, of machines only.
    """

    lab: str
    name: str
    platform: str
    address: str
    subnet: str
    release: str
    image: str
    authorized_key: str
    folder: str
    capabilities: tuple[str, ...] = ()
    privileged: bool = False
    memory: int = 1024
    cpus: int = 2

    @classmethod
    def of(cls, inputs: Mapping[str, Json]) -> Spec:
        """The spec in a resource's inputs, whose further fields do not make the host another one."""
        fields = {field: inputs[field] for field in cls.__dataclass_fields__ if inputs.get(field) is not None}
        fields["capabilities"] = tuple(sorted(fields.get("capabilities", ())))
        # Pulumi has one kind of number.
        for field in ("memory", "cpus"):
            if field in fields:
                fields[field] = int(fields[field])
        return cls(**fields)

    @property
    def identity(self) -> str:
        return names.identity(self.lab, self.name)

    @property
    def home(self) -> Path:
        """Where this host's own keys and disk are kept."""
        return Path(self.folder) / "hosts" / self.name

    @property
    def digest(self) -> str:
        return digest(vars(self))


def wait_for_ssh(spec: Spec, alive: Callable[[], str | None], seconds: float) -> None:
    """Return when the host answers on its SSH port.

    `alive` gives None while the host runs, else what it said last. Raises ProvisionFailed
    when it stops or has not answered within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if _greets(spec.address):
            return
        last_words = alive()
        if last_words is not None:
            raise ProvisionFailed(
                f"{spec.identity} stopped while it started: {last_words}",
                f"{spec.identity} 在启动过程中停止：{last_words}",
            )
        time.sleep(0.2)
    raise ProvisionFailed(
        f"{spec.identity} did not answer SSH at {spec.address} within {seconds:.0f} s",
        f"{spec.identity} 在 {seconds:.0f} 秒内未应答 {spec.address} 上的 SSH",
    )


def _greets(address: str) -> bool:
    try:
        with socket.create_connection((address, 22), timeout=2) as connection:
            connection.settimeout(5)
            return connection.recv(4) == b"SSH-"
    except OSError:
        return False
