"""`inspection`: one security inspection, what it covered and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said


class Finding(Value):
    """One problem that was found, and who mends it until when."""

    problem: Name = said("What was found", "发现的问题")
    owner: Id = said("Post that mends it", "整改岗位")
    due: Day = said("Day by which it is to be mended", "整改期限")
    closed: Day | None = said("Day it was seen to be mended", "整改完成确认日期", default=None)


class Inspection(Record):
    label: ClassVar[Text] = Text(en="Security inspection", zh="安全检查")
    refers: ClassVar[dict[str, str]] = {"inspectors": "person"}

    scope: Literal["routine", "comprehensive"] = said(
        "Routine or comprehensive", "检查类型：常规安全检查、全面安全检查"
    )
    held: Day = said("Day it was held", "检查日期")
    inspectors: tuple[Id, ...] = said("Persons who inspected", "检查人员", min_length=1)
    covered: tuple[
        Literal["operation", "vulnerabilities", "backup", "measures", "configuration", "regimes"], ...
    ] = said(
        "What it covered: daily operation, vulnerabilities, backups; whether measures work, "
        "configuration agrees with policy, and regimes are followed",
        "检查内容：日常运行、系统漏洞、数据备份；技术措施有效性、安全配置与策略一致性、制度执行情况",
        default=(),
        words={
            "operation": "日常运行",
            "vulnerabilities": "系统漏洞",
            "backup": "数据备份",
            "measures": "技术措施有效性",
            "configuration": "安全配置与策略一致性",
            "regimes": "制度执行情况",
        },
    )
    checklist: str | None = said("Number of the form that was filled in", "安全检查表编号", default=None)
    findings: tuple[Finding, ...] = said("Problems that were found", "发现的问题及整改", default=())
    reported: Day | None = said("Day of its report", "安全检查报告日期", default=None)
    announced: Day | None = said("Day its results were announced", "检查结果通报日期", default=None)

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for number, finding in enumerate(self.findings):
            yield f"findings.{number}.owner", "post", finding.owner

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        for name in ("reported", "announced"):
            day = getattr(self, name)
            if day and day < self.held:
                raise ValueError(f"`{name}` is before `held`")
        return self
