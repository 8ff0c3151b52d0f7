"""One hub: a folder that holds its inventory, its records and its tailoring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from hubops.bundle import Bundle
from hubops.errors import BrokenInput, UsageError, unknown_name


@dataclass(frozen=True)
class Hub:
    """`folder` is an Ansible inventory; `stack` is the Pulumi stack that its hosts come from, if any."""

    name: str
    folder: Path
    stack: str | None

    @property
    def records(self) -> Path:
        return self.folder / "records"

    @property
    def profile(self) -> Path:
        """The hub's tailoring; the file may be missing."""
        return self.folder / "profile.yaml"

    @property
    def waivers(self) -> Path:
        """The hub's approved exceptions; the file may be missing."""
        return self.folder / "waivers.yaml"

    @property
    def reports(self) -> Path:
        """Where compiled and archived reports are; the folder may be missing."""
        return self.folder / "reports"

    @property
    def inventory(self) -> Path:
        """What Ansible is given: the file that names the hosts.

        The folder itself would make Ansible read the records as hosts; `group_vars` and `host_vars`
        are found beside the file all the same.
        """
        files = [path for path in sorted(self.folder.glob("*.y*ml")) if path.stem in _HOST_FILES]
        if len(files) != 1:
            valid = [f"{stem}.yaml" for stem in sorted(_HOST_FILES)]
            raise BrokenInput(
                f"{self.folder} holds {len(files)} files that name hosts; "
                f"valid: exactly one of {', '.join(valid)}",
                f"{self.folder} 中有 {len(files)} 个主机清单文件；只能有其中一个：{'、'.join(valid)}",
            )
        return files[0]


_HOST_FILES = {"hosts", "hub.pulumi"}


def find(bundle: Bundle, wanted: str) -> Hub:
    """The hub named by a folder of `inventories/` or by a path.

    Raises UsageError when there is none, BrokenInput when its `hub.pulumi.yaml` is broken.
    """
    path = Path(wanted).expanduser()
    folder = path if path.is_dir() else bundle.inventories / wanted
    if not folder.is_dir():
        if path.is_file():
            raise UsageError(
                f"{wanted} is a file; valid: the folder that holds it, {path.parent}",
                f"{wanted} 是文件；请指定其所在目录 {path.parent}",
            )
        raise unknown_name("hub", wanted, [p.name for p in bundle.inventories.iterdir() if p.is_dir()])
    return Hub(folder.resolve().name, folder.resolve(), _stack_of(folder / "hub.pulumi.yaml"))


def _stack_of(path: Path) -> str | None:
    if not path.is_file():
        return None
    try:
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        return str(source["stack"])
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise BrokenInput(
            f"{path} must be a mapping that names a `stack`: {error}",
            f"{path} 必须是含有 `stack` 的映射：{error}",
        ) from error
