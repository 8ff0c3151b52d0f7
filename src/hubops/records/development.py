"""`development`: how the hub develops software itself, as found at the last review."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Development(Record):
    label: ClassVar[Text] = Text(en="Own software development", zh="自行软件开发")
    refers: ClassVar[dict[str, str]] = {
        "software": "software",
        "regime": "regime",
        "coding_norm": "regime",
        "developers": "person",
        "reviewed_by": "person",
    }

    software: tuple[Id, ...] = said("Software that is developed in this way", "所开发的软件", min_length=1)
    environment_separated: bool = said(
        "Whether the last review found development physically apart from operation",
        "最近一次审查时，开发环境与实际运行环境是否物理分开",
    )
    test_data_controlled: bool = said(
        "Whether the last review found test data and test results under control",
        "最近一次审查时，测试数据和测试结果是否受控",
    )
    regime: Id | None = said(
        "Regime that says how development is controlled and how developers behave",
        "软件开发管理制度，明确开发过程控制方法和人员行为准则",
        default=None,
    )
    coding_norm: Id | None = said("Regime with the norms of secure coding", "代码编写安全规范", default=None)
    developers: tuple[Id, ...] = said("Persons who develop", "开发人员", default=())
    reviewed: Day | None = said(
        "Day on which the developers' work was last reviewed", "最近一次审查开发活动的日期", default=None
    )
    reviewed_by: Id | None = said(
        "Person who reviewed it, none of the developers", "审查人员，不得为开发人员本人", default=None
    )
