"""Where the roles, policies, stacks and playbooks are: a checkout's own folders, or the wheel's copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hubops import settings
from hubops.errors import UsageError

_PARTS = ("policies", "roles", "playbooks", "stacks", "inventories", "engines")


@dataclass(frozen=True)
class Bundle:
    """The folders that say what compliance is and how it is reached."""

    root: Path

    @property
    def policies(self) -> Path:
        return self.root / "policies"

    @property
    def schemas(self) -> Path:
        return self.policies / "schemas"

    @property
    def roles(self) -> Path:
        return self.root / "roles"

    @property
    def playbooks(self) -> Path:
        return self.root / "playbooks"

    @property
    def stacks(self) -> Path:
        return self.root / "stacks"

    @property
    def inventories(self) -> Path:
        return self.root / "inventories"

    @property
    def engines(self) -> Path:
        return self.root / "engines"


def find(explicit: Path | None = None) -> Bundle:
    """The bundle at `explicit`, else the setting's, else the checkout this module runs from, else the installed copy.

    Raises UsageError when the folder that is named lacks one of the bundle's.
    """
    named = settings.get("bundle")
    if explicit is None and named:
        explicit = Path(named).expanduser()
    if explicit is not None:
        missing = [part for part in _PARTS if not (explicit / part).is_dir()]
        if missing:
            raise UsageError(
                f"{explicit} is no HubOps bundle: it lacks {', '.join(missing)}",
                f"{explicit} 不是 HubOps 资源包：缺少 {'、'.join(missing)}",
            )
        return Bundle(explicit.resolve())
    here = Path(__file__).resolve()
    checkout = here.parents[2]
    return Bundle(checkout if (checkout / "policies").is_dir() else here.parent / "_bundle")
