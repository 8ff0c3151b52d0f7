"""Brings a check's numbers to the hub's monitoring, which alerts when they get worse or stay away."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hubops import playbooks
from hubops.bundle import Bundle
from hubops.errors import ApplyFailed
from hubops.reports import metrics
from hubops.reports.report import Report


def publish(bundle: Bundle, inventory: Path, report: Report) -> str:
    """The host that has them now: the inventory's `node_exporter_server`.

    Raises ApplyFailed where the inventory names none, or it cannot be reached.
    """
    with tempfile.TemporaryDirectory(prefix="hubops-publish-") as folder:
        numbers = Path(folder) / "hubops_check.prom"
        numbers.write_text(metrics.render(report), encoding="utf-8")
        outcome = playbooks.run(bundle, "publish", inventory, extra_vars={"hubops_metrics": str(numbers)})
    outcome.raise_for_hosts("publish")
    there = [task.host for task in outcome.tasks if task.status in ("ok", "changed")]
    if not there:
        raise ApplyFailed(
            f"{inventory}: no host is its node_exporter_server, so nobody would read the numbers",
            f"{inventory}：没有主机是 node_exporter_server，指标无处可读",
        )
    return there[0]
