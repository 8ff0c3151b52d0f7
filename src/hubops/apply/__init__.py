"""Makes hosts what the roles say: runs the baseline playbook, whole or by tag."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hubops import playbooks
from hubops.bundle import Bundle
from hubops.errors import unknown_name
from hubops.files import plain_yaml
from hubops.model import Json
from hubops.playbooks import Outcome, TaskResult


def apply(
    bundle: Bundle,
    inventory: Path,
    *,
    limit: str = "",
    tags: Sequence[str] = (),
    skip_tags: Sequence[str] = (),
    check: bool = False,
    diff: bool = False,
    variables: Mapping[str, Json] | None = None,
    on_task: Callable[[TaskResult], None] | None = None,
) -> Outcome:
    """Runs `playbooks/site.yml`; failed and unreachable hosts are in the outcome.

    `variables` are the profile's thresholds, which go before those of the inventory.

    Raises UsageError for a tag that no role has: Ansible would do nothing and report success.
    """
    known = tags_of(bundle)
    for tag in (*tags, *skip_tags):
        if tag not in known:
            raise unknown_name("tag", tag, known)
    return playbooks.run(
        bundle,
        "site",
        inventory,
        limit=limit,
        tags=tags,
        skip_tags=skip_tags,
        extra_vars=variables,
        check=check,
        diff=diff,
        on_task=on_task,
    )


def tags_of(bundle: Bundle) -> dict[str, str]:
    """Tag → the role that has it, from the roles' own tasks."""
    found: dict[str, str] = {}
    for path in sorted(bundle.roles.glob("*/tasks/*.yml")):
        role = path.parent.parent.name
        found.setdefault(role, role)
        for task in _tasks(plain_yaml(path.read_text(encoding="utf-8")) or []):
            given = task.get("tags", [])
            for tag in [given] if isinstance(given, str) else given:
                if tag not in {"always", "never"}:
                    found.setdefault(tag, role)
    return found


def _tasks(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tasks and blocks, nested ones too."""
    flat = []
    for entry in entries:
        flat.append(entry)
        for part in ("block", "rescue", "always"):
            flat += _tasks(entry.get(part) or [])
    return flat
