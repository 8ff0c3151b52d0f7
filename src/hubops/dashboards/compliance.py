"""Whether the baseline holds."""

from __future__ import annotations

from hubops.dashboards.board import DAY, Board, Limits, Panel
from hubops.model import Text

_JUDGED = 'sum(hubops_finding{status=~"pass|fail|waived"})'

BOARD = Board(
    Text(en="Compliance", zh="合规"),
    (
        Panel(
            Text(en="Findings that pass", zh="通过率"),
            {"": f'sum(hubops_finding{{status="pass"}}) / ({_JUDGED} > 0)'},
            "percentunit",
            "stat",
            Limits(1, 0.9),
        ),
        Panel(
            Text(en="Violations", zh="不通过"),
            {"": 'sum(hubops_finding{status="fail"})'},
            "none",
            "stat",
            Limits(1, 10),
        ),
        Panel(
            Text(en="Not known", zh="无法判定"),
            {"": 'sum(hubops_finding{status=~"unknown|stale|error"})'},
            "none",
            "stat",
            Limits(1, 10),
        ),
        Panel(
            Text(en="Since the last check", zh="距上次检查"),
            {"": "time() - max(hubops_check_timestamp_seconds)"},
            "s",
            "stat",
            Limits(DAY, 26 * 3600),
        ),
        Panel(
            Text(en="Findings by status", zh="各状态的结果数"),
            {"{{status}}": "sum by (status) (hubops_finding)"},
            "none",
        ),
        Panel(
            Text(en="Violations by severity", zh="各严重程度的不通过数"),
            {"{{severity}}": 'sum by (severity) (hubops_finding{status="fail"})'},
            "none",
        ),
        Panel(
            Text(en="Violations by subject", zh="各对象的不通过数"),
            {"{{subject}}": 'sum by (subject) (hubops_finding{status="fail"})'},
            "none",
            "bargauge",
            Limits(1, 10),
        ),
        Panel(
            Text(en="Not known by subject", zh="各对象的无法判定数"),
            {"{{subject}}": 'sum by (subject) (hubops_finding{status=~"unknown|stale|error"})'},
            "none",
            "bargauge",
            Limits(1, 10),
        ),
        Panel(
            Text(en="Waived", zh="已豁免"),
            {"{{subject}}": 'sum by (subject) (hubops_finding{status="waived"})'},
            "none",
            "bargauge",
        ),
    ),
)
