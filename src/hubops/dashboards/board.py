"""What a dashboard is made of; which program shows it is another module's business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hubops.model import Text

Kind = Literal["timeseries", "stat", "bargauge"]
Unit = Literal["short", "percentunit", "s", "bytes", "Bps", "ops", "none"]
"""As Grafana spells them: `s` becomes hours or days by itself."""
DAY, HOUR = 86400, 3600


@dataclass(frozen=True)
class Limits:
    """From where a value is yellow and from where red; `falling` where less is worse."""

    warning: float
    critical: float

    @property
    def falling(self) -> bool:
        return self.critical < self.warning


@dataclass(frozen=True)
class Panel:
    """One picture: PromQL by what a series of it is called, where `{{label}}` stands for the series' own."""

    title: Text
    queries: dict[str, str]
    unit: Unit = "short"
    kind: Kind = "timeseries"
    limits: Limits | None = None


@dataclass(frozen=True)
class Board:
    """`choose` is a metric by whose label `instance` hosts can be chosen; queries then have `$instance`."""

    title: Text
    panels: tuple[Panel, ...]
    choose: str = ""
