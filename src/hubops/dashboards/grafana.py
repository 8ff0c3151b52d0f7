"""A dashboard as Grafana imports it; of Grafana itself nothing is needed.

The same board gives the same text on every machine, so that a change can be seen in a diff.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hubops.dashboards.board import Board, Limits, Panel
from hubops.model import Text

_SCHEMA = 39
"""Grafana 11 writes this; newer ones read it and bring it up to date by themselves."""
_SOURCE = {"type": "prometheus", "uid": "${datasource}"}
_COLUMNS = 24
_SIZES = {"stat": (6, 4), "timeseries": (12, 8), "bargauge": (12, 8)}
_OPTIONS: dict[str, Any] = {
    "timeseries": {
        "legend": {"displayMode": "list", "placement": "bottom", "showLegend": True},
        "tooltip": {"mode": "multi", "sort": "desc"},
    },
    "stat": {
        "colorMode": "background",
        "graphMode": "none",
        "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
    },
    "bargauge": {
        "displayMode": "basic",
        "orientation": "horizontal",
        "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
    },
}


def render(name: str, board: Board, lang: str) -> str:
    """The dashboard in one language, as JSON; its address in Grafana follows from the name and the language."""
    dashboard = {
        "uid": f"hubops-{name}-{lang}",
        "title": f"HubOps: {board.title.of(lang)}",
        "tags": ["hubops", f"hubops-{lang}"],
        "schemaVersion": _SCHEMA,
        "editable": False,
        "graphTooltip": 1,
        "refresh": "1m",
        "time": {"from": "now-24h", "to": "now"},
        "timezone": "browser",
        "links": [_others(lang)],
        "templating": {"list": list(_variables(board, lang))},
        "panels": list(_panels(board, lang)),
    }
    return json.dumps(dashboard, ensure_ascii=False, indent=2) + "\n"


def _others(lang: str) -> dict[str, Any]:
    return {
        "type": "dashboards",
        "title": "HubOps",
        "tags": [f"hubops-{lang}"],
        "asDropdown": True,
        "includeVars": False,
        "keepTime": True,
    }


def _variables(board: Board, lang: str) -> Iterator[dict[str, Any]]:
    """Which Prometheus is asked and, where the board has a choice, about which hosts."""
    source = Text(en="Data source", zh="数据源")
    yield {"type": "datasource", "name": "datasource", "label": source.of(lang), "query": "prometheus"}
    if board.choose:
        yield {
            "type": "query",
            "name": "instance",
            "label": Text(en="Host", zh="主机").of(lang),
            "datasource": _SOURCE,
            "query": {"query": f"label_values({board.choose}, instance)", "refId": "instance"},
            "refresh": 2,
            "sort": 1,
            "multi": True,
            "includeAll": True,
            "allValue": ".*",
            "current": {"text": ["All"], "value": ["$__all"]},
        }


def _panels(board: Board, lang: str) -> Iterator[dict[str, Any]]:
    """From left to right, line by line."""
    x = y = height = 0
    for number, panel in enumerate(board.panels, 1):
        w, h = _SIZES[panel.kind]
        if x + w > _COLUMNS:
            x, y, height = 0, y + height, 0
        yield _panel(number, panel, lang, {"x": x, "y": y, "w": w, "h": h})
        x, height = x + w, max(height, h)


def _panel(number: int, panel: Panel, lang: str, place: dict[str, int]) -> dict[str, Any]:
    return {
        "id": number,
        "type": panel.kind,
        "title": panel.title.of(lang),
        "datasource": _SOURCE,
        "gridPos": place,
        "options": _OPTIONS[panel.kind],
        "fieldConfig": {"defaults": _defaults(panel), "overrides": []},
        "targets": [
            {
                "refId": chr(ord("A") + position),
                "datasource": _SOURCE,
                "expr": expression,
                "legendFormat": series,
                # Of bars and single values only the last is shown, so only that is asked for.
                "instant": panel.kind != "timeseries",
                "range": panel.kind == "timeseries",
            }
            for position, (series, expression) in enumerate(panel.queries.items())
        ],
    }


def _defaults(panel: Panel) -> dict[str, Any]:
    drawn = panel.kind == "timeseries" and panel.limits
    return {
        "unit": panel.unit,
        "color": {"mode": "palette-classic" if panel.kind == "timeseries" else "thresholds"},
        "thresholds": {"mode": "absolute", "steps": _steps(panel.limits)},
        "custom": {"thresholdsStyle": {"mode": "dashed"}} if drawn else {},
    }


def _steps(limits: Limits | None) -> list[dict[str, Any]]:
    """Colours by rising values; the first has no lower end."""
    if limits is None:
        rising: list[tuple[str, float | None]] = [("green", None)]
    elif limits.falling:
        rising = [("red", None), ("yellow", limits.critical), ("green", limits.warning)]
    else:
        rising = [("green", None), ("yellow", limits.warning), ("red", limits.critical)]
    return [{"color": color, "value": start} for color, start in rising]
