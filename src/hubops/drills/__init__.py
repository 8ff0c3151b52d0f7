"""Holds drills: breaks something on purpose, or restores from a backup, and tells how it went."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hubops import playbooks
from hubops.bundle import Bundle
from hubops.errors import ApplyFailed, UsageError, unknown_name
from hubops.model import Json
from hubops.playbooks import Outcome, TaskResult


@dataclass(frozen=True)
class Drill:
    """The record of a drill, as the host that keeps records has it.

    `measured` is in the unit that a name ends with, None where the drill did not come so far;
    `promised` is the most that was allowed, under the same names. `why` is empty where it was passed.
    """

    id: str
    kind: str
    host: str
    started: float
    finished: float
    passed: bool
    why: str
    measured: dict[str, float | None]
    promised: dict[str, float | None]
    facts: dict[str, Json]

    @property
    def kept(self) -> bool:
        """Whether it was passed and nothing took more than was promised."""
        return self.passed and all(
            limit is not None and (value := self.measured.get(name)) is not None and value <= limit
            for name, limit in self.promised.items()
        )


Told = Callable[[TaskResult], None]


def hold(
    bundle: Bundle,
    inventory: Path,
    kind: str,
    host: str,
    *,
    variables: Mapping[str, Any],
    on_task: Told | None = None,
) -> Drill:
    """Runs `playbooks/<kind>_drill.yml` on a host; `variables` are the playbook's own, without `hubops_drill_`.

    The playbook writes the record itself, also of a drill that failed. Raises UsageError for a host that the
    inventory does not have, ApplyFailed where it came to no record.
    """
    with begun(bundle, inventory, kind, host, on_task) as drill:
        return drill.recorded(variables)


@contextmanager
def begun(
    bundle: Bundle, inventory: Path, kind: str, host: str, on_task: Told | None = None
) -> Iterator[Held]:
    """A drill that playbooks can be run for; an empty `host` is the first of the inventory."""
    known = playbooks.read_inventory(bundle, inventory)
    if not known:
        raise UsageError(f"{inventory}: it has no host", f"{inventory}：其中没有主机")
    name = host or next(iter(known))
    if name not in known:
        raise unknown_name("host", name, known)
    with tempfile.TemporaryDirectory(prefix="hubops-drill-") as folder:
        yield Held(bundle, inventory, kind, name, Path(folder), datetime.now(UTC), on_task)


@dataclass(frozen=True)
class Held:
    """A drill that is being held; `folder` is what its playbooks share on this machine."""

    bundle: Bundle
    inventory: Path
    kind: str
    host: str
    folder: Path
    began: datetime
    on_task: Told | None

    def run(self, playbook: str, variables: Mapping[str, Any]) -> Outcome:
        given = {
            "host": self.host,
            "dir": str(self.folder),
            "id": self.began.strftime("%Y%m%dT%H%M%SZ"),
            "started": self.began.timestamp(),
            **variables,
        }
        return playbooks.run(
            self.bundle,
            playbook,
            self.inventory,
            extra_vars={f"hubops_drill_{key}": value for key, value in given.items()},
            on_task=self.on_task,
        )

    def recorded(self, variables: Mapping[str, Any]) -> Drill:
        """Runs the drill's own playbook, and reads the record that it leaves."""
        outcome = self.run(f"{self.kind}_drill", variables)
        path = self.folder / "record.json"
        if not path.is_file():
            outcome.raise_for_hosts(f"drill {self.kind}")
            raise ApplyFailed(f"drill {self.kind}: it left no record", f"演练 {self.kind}：未留下记录")
        return Drill(**json.loads(path.read_text(encoding="utf-8")))
