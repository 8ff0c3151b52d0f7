"""Dashboards over what the roles measure, one module each, for those who run Grafana.

A new dashboard is a module with `BOARD` and its line in BOARDS.
"""

from __future__ import annotations

from pathlib import Path

from hubops.dashboards import backups, compliance, grafana, hosts, monitoring, platform
from hubops.dashboards.board import Board, Limits, Panel
from hubops.errors import UsageError
from hubops.files import write_whole

__all__ = ["BOARDS", "LANGUAGES", "Board", "Limits", "Panel", "write"]

BOARDS: dict[str, Board] = {
    "hosts": hosts.BOARD,
    "platform": platform.BOARD,
    "backups": backups.BOARD,
    "compliance": compliance.BOARD,
    "monitoring": monitoring.BOARD,
}
LANGUAGES = ("en", "zh")


def write(folder: Path) -> list[Path]:
    """Writes each dashboard in each language, `en/hosts.json`; a folder can be given to Grafana as it is.

    Raises UsageError for a folder that cannot be written.
    """
    written = [folder / lang / f"{name}.json" for lang in LANGUAGES for name in BOARDS]
    try:
        for path in written:
            write_whole(path, grafana.render(path.stem, BOARDS[path.stem], path.parent.name))
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            f"cannot write the dashboards to {folder}: {why}", f"无法将仪表盘写入 {folder}：{why}"
        ) from error
    return written
