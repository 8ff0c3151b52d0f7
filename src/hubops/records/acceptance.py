"""`acceptance`: the tests after which the result of a project went live; one record a project."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Acceptance(Record):
    label: ClassVar[Text] = Text(en="Acceptance test", zh="测试验收")
    refers: ClassVar[dict[str, str]] = {"project": "project"}

    project: Id = said("Project whose result was tested", "所验收的建设项目")
    plan_approved: Day | None = said(
        "Day on which the plan of the acceptance test was approved", "测试验收方案批准日期", default=None
    )
    tested: Day | None = said("Last day of the acceptance test", "测试验收完成日期", default=None)
    report: str | None = said(
        "Number of the report on the acceptance test", "测试验收报告编号", min_length=1, default=None
    )
    passed: bool = said("Whether it was passed", "测试验收是否通过")
    security_tested: Day | None = said("Last day of the security test", "安全性测试完成日期", default=None)
    security_report: str | None = said(
        "Number of the report on the security test", "安全测试报告编号", min_length=1, default=None
    )
    cryptography_tested: bool = said(
        "Whether that report covers the security of the use of cryptography",
        "安全测试报告是否包含密码应用安全性测试相关内容",
    )
    high_risks_left: int = said(
        "How many high risks that the security test found were left when it went live",
        "上线时尚未整改的高风险问题数",
        ge=0,
    )
