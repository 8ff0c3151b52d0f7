"""`system`: an application system that runs on the hub."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, said
from hubops.records.checks import Checked, Inspected


class DesignReview(Checked):
    """A look at how the system is built to be secure."""

    scope: tuple[Literal["data_handling", "functions"], ...] = said(
        "What was reviewed: how data is handled, and what the functions let users do",
        "评审范围：数据处理设计、功能设计",
        min_length=1,
    )
    open: int = said("Findings that are not mended yet", "尚未整改的问题数", ge=0)


class InputTest(Checked):
    """Tries of input that does not fit."""

    interfaces: tuple[Literal["communication", "human"], ...] = said(
        "Where it was tried: interfaces between programs, interfaces for people",
        "测试的接口：通信接口、人机接口",
        min_length=1,
    )
    accepted: int = said(
        "Bad input that was taken and is not mended yet", "未被拒绝且尚未整改的无效输入数", ge=0
    )


class ResidualTest(Checked):
    """A look at storage that the system has let go."""

    cleared: tuple[Literal["credentials", "sensitive_data"], ...] = said(
        "What was found wiped before the storage is used again: credentials, sensitive data",
        "经验证在存储空间释放或重新分配前已完全清除的内容：鉴别信息、敏感数据",
        default=(),
    )


class System(Inspected):
    label: ClassVar[Text] = Text(en="Application system", zh="应用系统")
    refers: ClassVar[dict[str, str]] = {"owner": "post", "sites": "site", "builder": "party"}

    title: Name = said("What the system is called", "系统名称")
    owner: Id = said("Post that answers for its operation", "运行负责岗位")
    builder: Id | None = said("Party that built it", "建设单位", default=None)
    sites: tuple[Id, ...] = said("Sites where it runs", "所在场所", min_length=1)
    hosts: tuple[str, ...] = said(
        "Hosts of the inventory that it runs on", "所在主机（清单中的名称）", default=()
    )
    level: int = said("Protection level that it was graded at", "安全保护等级", ge=1, le=5)
    personal_data: bool | None = said(
        "Whether it handles personal information; none while nobody has settled that",
        "是否处理个人信息；尚未确定则不填",
        default=None,
    )
    design_review: DesignReview | None = said(
        "Last review of its secure design", "安全设计评审", default=None
    )
    input_test: InputTest | None = said(
        "Last test of how it checks input", "输入数据有效性检验测试", default=None
    )
    residual_test: ResidualTest | None = said(
        "Last test of what it leaves in storage", "剩余信息清除测试", default=None
    )
    opened: Day = said("Day it went into operation", "上线日期")
    retired: Day | None = said("Last day of its operation", "下线日期；仍在运行则不填", default=None)
