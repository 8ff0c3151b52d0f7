"""Holds drills: breaks something on purpose, or restores from a backup, and tells how it went."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
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


def hold(
    bundle: Bundle,
    inventory: Path,
    kind: str,
    host: str,
    *,
    variables: Mapping[str, Any],
    on_task: Callable[[TaskResult], None] | None = None,
) -> Drill:
    """Runs `playbooks/<kind>_drill.yml` on a host; `variables` are the playbook's own, without `hubops_drill_`.

    The playbook writes the record itself, also of a drill that failed. Raises UsageError for a host that the
    inventory does not have, ApplyFailed where it came to no record.
    """
    known = playbooks.read_inventory(bundle, inventory)
    if not known:
        raise UsageError(f"{inventory}: it has no host", f"{inventory}：其中没有主机")
    name = host or next(iter(known))
    if name not in known:
        raise unknown_name("host", name, known)
    began = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="hubops-drill-") as folder:
        given = {
            "host": name,
            "dir": folder,
            "id": began.strftime("%Y%m%dT%H%M%SZ"),
            "started": began.timestamp(),
            **variables,
        }
        outcome = playbooks.run(
            bundle,
            f"{kind}_drill",
            inventory,
            extra_vars={f"hubops_drill_{key}": value for key, value in given.items()},
            on_task=on_task,
        )
        return _record(Path(folder) / "record.json", kind, outcome)


def _record(path: Path, kind: str, outcome: Outcome) -> Drill:
    if not path.is_file():
        outcome.raise_for_hosts(f"drill {kind}")
        raise ApplyFailed(f"drill {kind}: it left no record", f"演练 {kind}：未留下记录")
    return Drill(**json.loads(path.read_text(encoding="utf-8")))
