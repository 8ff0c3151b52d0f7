"""Whether users can use the platform, and how its database is."""

from __future__ import annotations

from hubops.dashboards.board import HOUR, Board, Limits, Panel
from hubops.model import Text

_DATA = 'datname!~"|template.*"'
_HITS = f"sum by (instance) (rate(pg_stat_database_blks_hit{{{_DATA}}}[$__rate_interval]))"
_READS = f"sum by (instance) (rate(pg_stat_database_blks_read{{{_DATA}}}[$__rate_interval]))"
_OPEN = "sum by (instance) (pg_settings_max_connections - pg_settings_superuser_reserved_connections)"

BOARD = Board(
    Text(en="Platform and database", zh="平台与数据库"),
    (
        Panel(
            Text(en="What users see", zh="用户访问状态"),
            {"{{instance}}": 'min by (instance) (probe_success{job="probe"})'},
            "none",
            "stat",
            Limits(1, 0.5),
        ),
        Panel(
            Text(en="The database answers", zh="数据库应答"),
            {"{{instance}}": "pg_up"},
            "none",
            "stat",
            Limits(1, 0.5),
        ),
        Panel(
            Text(en="Connections that are taken", zh="连接数占用"),
            {"{{instance}}": f"sum by (instance) (pg_stat_activity_count) / {_OPEN}"},
            "percentunit",
            "stat",
            Limits(0.6, 0.8),
        ),
        Panel(
            Text(en="Availability of the last 30 days", zh="近 30 天可用性"),
            {"{{instance}}": "hubops:probe_availability:ratio_30d"},
            "percentunit",
            "stat",
            Limits(0.999, 0.99),
        ),
        Panel(
            Text(en="Response", zh="响应时间"),
            {
                "{{instance}}": 'probe_duration_seconds{job="probe"}',
                "{{instance}} 95 %": "hubops:probe_response:seconds_p95_1d",
            },
            "s",
            limits=Limits(1, 2),
        ),
        Panel(
            Text(en="Connections by state", zh="各状态的连接数"),
            {"{{instance}} {{state}}": "sum by (instance, state) (pg_stat_activity_count)"},
            "none",
        ),
        Panel(
            Text(en="Transactions", zh="事务"),
            {
                "{{instance}} {{datname}}": f"rate(pg_stat_database_xact_commit{{{_DATA}}}[$__rate_interval])",
                "{{instance}} {{datname}} ✗": (
                    f"rate(pg_stat_database_xact_rollback{{{_DATA}}}[$__rate_interval])"
                ),
            },
            "ops",
        ),
        Panel(
            Text(en="The longest transaction", zh="最长事务"),
            {"{{instance}} {{state}}": "max by (instance, state) (pg_stat_activity_max_tx_duration)"},
            "s",
            limits=Limits(HOUR / 2, HOUR),
        ),
        Panel(
            Text(en="Reads that memory answers", zh="缓存命中率"),
            {"{{instance}}": f"{_HITS} / ({_HITS} + {_READS} > 0)"},
            "percentunit",
        ),
        Panel(
            Text(en="Locks", zh="锁"),
            {"{{instance}} {{mode}}": "sum by (instance, mode) (pg_locks_count)"},
            "none",
        ),
        Panel(
            Text(en="Deadlocks", zh="死锁"),
            {"{{instance}} {{datname}}": f"increase(pg_stat_database_deadlocks{{{_DATA}}}[1h])"},
            "none",
        ),
        Panel(
            Text(en="Size", zh="数据库大小"),
            {"{{instance}} {{datname}}": f"pg_database_size_bytes{{{_DATA}}}"},
            "bytes",
        ),
        Panel(
            Text(en="Log that waits to be archived", zh="等待归档的日志"),
            {"{{instance}}": "pg_wal_archive_waiting_seconds"},
            "s",
            limits=Limits(120, 300),
        ),
        Panel(
            Text(en="Segments of the log archived, and failures", zh="日志段归档与失败"),
            {
                "{{instance}}": "increase(pg_stat_archiver_archived_count[1h])",
                "{{instance}} ✗": "increase(pg_stat_archiver_failed_count[1h])",
            },
            "none",
        ),
    ),
)
