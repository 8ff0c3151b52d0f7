"""`person`: somebody with a part in running the hub, known here by a number and never by name."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import StringConstraints, model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, Value, said

Account = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_-]{0,31}$")]


class Certificate(Value):
    """Proof of a capability, under the name that posts require it by."""

    name: str = said(
        "Capability that it proves, as posts name it", "所证明的能力名称，与岗位要求一致", min_length=1
    )
    expires: Day | None = said(
        "Last day of validity; none if it does not expire",
        "有效期截止日；长期有效则不填",
        due=True,
        default=None,
    )


class Screening(Value):
    """How somebody was looked into before the first day."""

    done: Day = said("Day it was finished", "审查完成日期")
    covered: tuple[Literal["identity", "background", "qualification", "skills"], ...] = said(
        "What was looked into: identity, background, qualification, skills",
        "审查内容：身份、安全背景、专业资格或资质、技术技能",
        default=(),
        words={
            "identity": "身份",
            "background": "安全背景",
            "qualification": "专业资格或资质",
            "skills": "技术技能",
        },
    )


class Person(Record):
    label: ClassVar[Text] = Text(en="Person", zh="人员")
    answers: ClassVar[bool] = True
    refers: ClassVar[dict[str, str]] = {"party": "party"}

    party: Id = said("Organisation that employs the person", "所属单位")
    employment: Literal["full_time", "part_time", "outsourced"] = said(
        "Whether the person works for the hub full time, part time, or through a supplier",
        "用工方式：专职、兼职或外包",
    )
    access: bool = said(
        "Whether the person can get at the hub's systems, data or rooms", "是否可接触中枢的系统、数据或机房"
    )
    joined: Day = said("First day of work for the hub", "到岗日期")
    left: Day | None = said(
        "Last day of work; none while the person stays", "离岗日期；在岗则不填", default=None
    )
    access_withdrawn: Day | None = said(
        "Day on which every account, key and card was taken back",
        "全部账号、密钥与门禁权限收回的日期",
        default=None,
    )
    accounts: tuple[Account, ...] = said(
        "Names of the person's accounts on the hub's hosts", "在中枢主机上的账户名", default=()
    )
    certificates: tuple[Certificate, ...] = said("Certificates held", "持有的证书", default=())
    screening: Screening | None = said(
        "How the person was looked into on recruitment", "录用审查情况；未审查则不填", default=None
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.left and self.left < self.joined:
            raise ValueError("`left` is before `joined`")
        if self.access_withdrawn and self.access_withdrawn < self.joined:
            raise ValueError("`access_withdrawn` is before `joined`")
        return self
