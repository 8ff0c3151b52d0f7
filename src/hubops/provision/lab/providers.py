"""How the Pulumi engine makes, looks at, changes and removes the parts of a lab.

The engine calls these in a process of its own, which knows them by their import path; they keep
nothing. Every id follows from the inputs, so that what a killed run left behind is found again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pulumi.dynamic import CreateResult, DiffResult, ReadResult, ResourceProvider, UpdateResult

from hubops.provision.lab import container, keys, network, vm
from hubops.provision.lab.host import Spec
from hubops.provision.lab.names import identity
from hubops.provision.machine import run

Props = dict[str, Any]


class LabProvider(ResourceProvider):
    """What all parts share: the provider itself holds no secret, and a part is named for its lab."""

    serialize_as_secret_always = False

    @staticmethod
    def identity(props: Props) -> str:
        return identity(props["lab"], props["name"])


class KeyProvider(LabProvider):
    """The key pair that logs in to the lab's hosts; the private part stays in the lab's folder, too."""

    def create(self, props: Props) -> CreateResult:
        return CreateResult(self.identity(props), self._made(props))

    def read(self, id_: str, props: Props) -> ReadResult:
        exists = keys.private_key(Path(props["folder"])).is_file()
        return ReadResult(id_ if exists else "", {**props})

    def diff(self, _id: str, olds: Props, news: Props) -> DiffResult:
        replaces = [name for name in ("lab", "folder") if olds.get(name) != news.get(name)]
        return DiffResult(changes=bool(replaces), replaces=replaces, delete_before_replace=True)

    def delete(self, _id: str, props: Props) -> None:
        # Hosts need the key, so it goes last, and with it all that the lab has kept.
        folder = Path(props["folder"])
        if folder.name == props["lab"]:
            run(["rm", "-rf", "--one-file-system", str(folder)])

    def _made(self, props: Props) -> Props:
        folder = Path(props["folder"])
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        public = keys.login_key(folder, self.identity(props))
        private = keys.private_key(folder)
        return {
            **props, "public_key": public, "private_key_path": str(private), "private_key": private.read_text(),
        }  # fmt: skip


class NetworkProvider(LabProvider):
    """The bridge that the hosts are on."""

    def create(self, props: Props) -> CreateResult:
        network.create(props["lab"], props["subnet"])
        return CreateResult(self.identity(props), {**props, "gateway": network.gateway(props["subnet"])})

    def read(self, id_: str, props: Props) -> ReadResult:
        found = network.find(props["lab"])
        return ReadResult(id_ if found else "", {**props, "subnet": found})

    def diff(self, _id: str, olds: Props, news: Props) -> DiffResult:
        replaces = [name for name in ("lab", "subnet") if olds.get(name) != news.get(name)]
        return DiffResult(changes=bool(replaces), replaces=replaces, delete_before_replace=True)

    def delete(self, _id: str, props: Props) -> None:
        network.remove(props["lab"])


class HostProvider(LabProvider):
    """A host of either kind. `running` and `conforms` (it is made from its spec) are what was seen of it."""

    def create(self, props: Props) -> CreateResult:
        return CreateResult(self.identity(props), self._ensured(props))

    def update(self, _id: str, _olds: Props, news: Props) -> UpdateResult:
        return UpdateResult(self._ensured(news))

    def diff(self, _id: str, olds: Props, news: Props) -> DiffResult:
        known = {name: value for name, value in news.items() if not name.startswith("__")}
        changed = [name for name, value in known.items() if olds.get(name) != value]
        remade = [name for name in changed if name in Spec.__dataclass_fields__]
        if not olds.get("conforms", True):
            remade.append("name")
        stopped = not olds.get("running", True)
        return DiffResult(
            changes=bool(changed or remade or stopped), replaces=remade, delete_before_replace=True
        )

    def read(self, id_: str, props: Props) -> ReadResult:
        spec = Spec.of(props)
        kind = KINDS[spec.platform]
        seen = kind.state(spec)
        # A host whose key is not known cannot be logged in to, which is as good as not running.
        reachable = seen == "running" and keys.knows_host(Path(spec.folder), spec.address)
        outs = {**props, "running": reachable, "conforms": kind.conforms(spec)}
        return ReadResult(id_ if seen else "", outs)

    def delete(self, _id: str, props: Props) -> None:
        spec = Spec.of(props)
        KINDS[spec.platform].remove(spec)
        run(["rm", "-rf", "--one-file-system", str(spec.home)])
        keys.forget_host(Path(spec.folder), spec.address)

    def _ensured(self, props: Props) -> Props:
        spec = Spec.of(props)
        KINDS[spec.platform].ensure(spec)
        return {**props, "running": True, "conforms": True}


KINDS = {"container": container, "vm": vm}
