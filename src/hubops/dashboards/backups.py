"""Whether data can be brought back."""

from __future__ import annotations

from hubops.dashboards.board import DAY, Board, Limits, Panel
from hubops.model import Text

_COPY = "{{instance}} {{dataset}} → {{repository}}"
_REPOSITORY = "{{client}} → {{repository}}"

BOARD = Board(
    Text(en="Backups", zh="备份"),
    (
        Panel(
            Text(en="Copies that are older than 26 hours", zh="超过 26 小时的备份"),
            {"": "count(time() - hubops_backup_last_success_timestamp_seconds > 26 * 3600) or vector(0)"},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Runs that failed last", zh="最近一次失败的备份任务"),
            {"": "count(hubops_backup_last_run_succeeded == 0) or vector(0)"},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Archives that are missing", zh="缺失的备份存档"),
            {"": "sum(hubops_backup_repository_missing_archives)"},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Repositories that cannot be read", zh="无法读取的备份仓库"),
            {"": "sum(hubops_backup_repository_error)"},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Age of the newest copy, as the host says", zh="最新备份的时长（主机上报）"),
            {_COPY: "time() - hubops_backup_last_success_timestamp_seconds"},
            "s",
            "bargauge",
            Limits(DAY, 26 * 3600),
        ),
        Panel(
            Text(en="Age of the newest copy, as its keeper finds it", zh="最新备份的时长（备份仓库核实）"),
            {
                "{{client}} {{dataset}} → {{repository}}": (
                    "time() - hubops_backup_repository_newest_timestamp_seconds"
                )
            },
            "s",
            "bargauge",
            Limits(DAY, 26 * 3600),
        ),
        Panel(
            Text(en="Size of the copies", zh="备份大小"),
            {_COPY: "hubops_backup_size_bytes"},
            "bytes",
        ),
        Panel(
            Text(en="Files in the copies", zh="备份文件数"),
            {_COPY: "hubops_backup_files"},
        ),
        Panel(
            Text(en="How long copying takes", zh="备份耗时"),
            {_COPY: "hubops_backup_duration_seconds"},
            "s",
        ),
        Panel(
            Text(en="Size of the repositories", zh="备份仓库大小"),
            {_REPOSITORY: "hubops_backup_repository_size_bytes"},
            "bytes",
        ),
        Panel(
            Text(en="Since the repositories were checked", zh="距上次校验备份仓库"),
            {"{{instance}} → {{repository}}": "time() - hubops_backup_check_timestamp_seconds"},
            "s",
            "bargauge",
            Limits(7 * DAY, 8 * DAY),
        ),
        Panel(
            Text(en="Since drills were last passed", zh="距上次通过演练"),
            {"{{kind}}": "time() - hubops_drill_passed_timestamp_seconds"},
            "s",
            "bargauge",
            Limits(75 * DAY, 90 * DAY),
        ),
        Panel(
            Text(en="Age of the database's own backups", zh="数据库自身备份的时长"),
            {"{{instance}} {{type}}": "time() - hubops_postgres_backup_timestamp_seconds"},
            "s",
            "bargauge",
            Limits(7 * DAY, 8 * DAY),
        ),
        Panel(
            Text(en="Age of what was last archived of the database's log", zh="数据库日志最近归档的时长"),
            {"{{instance}}": "time() - hubops_postgres_wal_archived_timestamp_seconds"},
            "s",
        ),
    ),
)
