"""The rebuild drill: a host is destroyed, made anew by its stack, brought to the baseline, and gets its data back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from hubops import provision
from hubops.apply import apply, tags_of
from hubops.bundle import Bundle
from hubops.drills import Drill, Told, begun
from hubops.errors import UsageError
from hubops.hub import Hub
from hubops.model import Json, Text
from hubops.provision import Event

_LATER = ("postgres_backup", "backup_client", "integrity")
"""Roles that wait until the data are back: a copy made before would be the newest, and of nothing."""


def rebuild(
    bundle: Bundle,
    hub: Hub,
    host: str,
    *,
    lost: bool = False,
    variables: Mapping[str, Json] | None = None,
    on_phase: Callable[[Text], None] = lambda _phase: None,
    on_event: Callable[[Event], None] | None = None,
    on_task: Told | None = None,
) -> Drill:
    """Destroys a host of the hub's stack, and brings it back from code and off-site copies (HUB-C4.6, GB/T 22239 8.1.4.9).

    Unless it is `lost` already, its data are copied and summed up first, and what came back is compared with that.
    `variables` are the profile's thresholds. Raises UsageError where the hub has no stack, ApplyFailed where the host
    keeps what others need or a step fails. A host whose data did not come back is not copied either.
    """
    if hub.stack is None:
        raise UsageError(
            f"the hosts of {hub.name} come from no stack, so none can be made anew",
            f"{hub.name} 的主机不来自资源栈，无法重新创建",
        )
    with begun(bundle, hub.inventory, "rebuild", host, on_task) as drill:
        on_phase(Text(en="copying its data", zh="备份其数据"))
        drill.run("rebuild_prepare", {"lost": lost}).raise_for_hosts("drill rebuild")
        lost_at = datetime.now(UTC).timestamp()
        on_phase(Text(en="destroying it and making it anew", zh="销毁并重新创建"))
        provision.replace(bundle, hub.stack, host, on_event)
        on_phase(Text(en="applying the baseline", zh="应用基线"))
        bring = partial(apply, bundle, hub.inventory, limit=host, variables=variables, on_task=on_task)
        later = [tag for tag, role in tags_of(bundle).items() if role in _LATER]
        bring(skip_tags=later).raise_for_hosts("apply")
        on_phase(Text(en="restoring its data", zh="恢复数据"))
        done = drill.recorded({"lost": lost, "lost_at": lost_at})
        if done.passed:
            on_phase(Text(en="having it copied again", zh="恢复备份任务"))
            bring().raise_for_hosts("apply")
        return done
