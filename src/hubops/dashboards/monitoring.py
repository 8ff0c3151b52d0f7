"""How the monitoring itself is."""

from __future__ import annotations

from hubops.dashboards.board import DAY, HOUR, Board, Limits, Panel
from hubops.model import Text

_FAILED = "sum by (integration) (rate(alertmanager_notifications_failed_total[$__rate_interval]))"
_SENT = "sum by (integration) (rate(alertmanager_notifications_total[$__rate_interval]))"
_RULES = "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[1h])) > 0"

BOARD = Board(
    Text(en="Monitoring itself", zh="监控自身"),
    (
        Panel(
            Text(en="Alerts that fire, besides the Watchdog", zh="正在触发的告警（不含 Watchdog）"),
            {"": 'count(ALERTS{alertstate="firing",alertname!="Watchdog"}) or vector(0)'},
            "none",
            "stat",
            Limits(1, 5),
        ),
        Panel(
            Text(en="Targets that do not answer", zh="无应答的采集目标"),
            {"": "count(up == 0) or vector(0)"},
            "none",
            "stat",
            Limits(1, 1),
        ),
        Panel(
            Text(en="Alertmanagers that are told", zh="已连接的 Alertmanager"),
            {"": "min(prometheus_notifications_alertmanagers_discovered)"},
            "none",
            "stat",
            Limits(1, 0.5),
        ),
        Panel(
            Text(en="Alerts over time", zh="告警数量变化"),
            {"{{severity}}": 'count by (severity) (ALERTS{alertstate="firing"})'},
            "none",
        ),
        Panel(
            Text(en="Alerts that fire", zh="正在触发的告警"),
            {
                "{{alertname}} {{instance}}": (
                    'count by (alertname, instance) (ALERTS{alertstate="firing",alertname!="Watchdog"})'
                )
            },
            "none",
            "bargauge",
        ),
        Panel(
            Text(en="Notifications, sent and failed", zh="通知的发送与失败"),
            {"{{integration}}": _SENT, "{{integration}} ✗": _FAILED},
            "ops",
        ),
        Panel(
            Text(en="Rules that failed in the last hour", zh="近一小时执行失败的规则组"),
            {"{{rule_group}}": _RULES},
            "none",
        ),
        Panel(
            Text(en="How long asking takes", zh="采集耗时"),
            {"{{job}}": "max by (job) (scrape_duration_seconds)"},
            "s",
        ),
        Panel(
            Text(en="Series that are kept", zh="时间序列数"),
            {"{{instance}}": "prometheus_tsdb_head_series"},
        ),
        Panel(
            Text(en="Space that the measurements take", zh="监测数据占用空间"),
            {"{{instance}}": "prometheus_tsdb_storage_blocks_bytes"},
            "bytes",
        ),
        Panel(
            Text(en="Until certificates expire", zh="证书剩余有效期"),
            {"{{instance}}": 'probe_ssl_earliest_cert_expiry{job="certificate"} - time()'},
            "s",
            "bargauge",
            Limits(30 * DAY, 7 * DAY),
        ),
        Panel(
            Text(en="Since logs last arrived", zh="距上次收到日志"),
            {"{{sender}}": "time() - hubops_log_last_received_timestamp_seconds"},
            "s",
            "bargauge",
            Limits(HOUR, 2 * HOUR),
        ),
        Panel(
            Text(en="Age of what other jobs tell", zh="其他任务所报指标的时长"),
            {"{{instance}} {{file}}": "time() - node_textfile_mtime_seconds"},
            "s",
            "bargauge",
            Limits(DAY, 2 * DAY),
        ),
    ),
)
