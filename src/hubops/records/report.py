"""`report`: one report on one period, from being compiled to being archived; `hubops report` writes it."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said
from hubops.records.report_definition import CONTENTS, Content

STEPS = ("compiled", "submitted", "approved", "archived")


class Source(Value):
    """Data that a report was made of; its digest tells whether what is there now is the same."""

    name: str = said(
        "What kind of data: runs, evidence, or a kind of record",
        "数据种类：检查运行、证据或记录种类",
        min_length=1,
    )
    starts: Day = said("First day that it covers", "数据起始日期")
    ends: Day = said("Last day that it covers", "数据截止日期", due=False)
    entries: int = said("How many entries", "数据条数", ge=0)
    digest: str = said("SHA-256 of the entries", "数据摘要（SHA-256）", pattern=r"^sha256:[0-9a-f]{64}$")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        return self


class Report(Record):
    label: ClassVar[Text] = Text(en="Report", zh="报告")
    refers: ClassVar[dict[str, str]] = {
        "definition": "report_definition",
        "compiled_by": "person",
        "submitted_by": "person",
        "approved_by": "person",
        "archived_by": "person",
        "verified_by": "person",
    }

    definition: Id = said("Definition that it follows", "所依据的编制规定")
    period: str = said(
        "Period that it is on: 2026-10, 2026-Q4 or 2026",
        "报告期，例如 2026-10、2026-Q4 或 2026",
        pattern=r"^(199[0-9]|2[01][0-9]{2})(-(0[1-9]|1[0-2]|Q[1-4]))?$",
    )
    sources: tuple[Source, ...] = said("Data that it was made of", "数据来源", default=())
    contents: tuple[Content, ...] = said("What it holds", "所含内容", words=CONTENTS, default=())
    analysis: Name | None = said(
        "What the analysis of operation and maintenance comes to; none where there is no analysis",
        "运维分析结论；未作分析则不填",
        default=None,
    )
    decisions: tuple[Name, ...] = said("What was decided on its grounds", "据此作出的决策", default=())
    compiled: Day = said("Day it was compiled", "编制日期")
    compiled_by: Id = said("Person who compiled it", "编制人")
    submitted: Day | None = said("Day it was submitted for approval", "报送日期；未报送则不填", default=None)
    submitted_by: Id | None = said("Person who submitted it", "报送人", default=None)
    approved: Day | None = said("Day it was approved", "批准日期；未批准则不填", default=None)
    approved_by: Id | None = said("Person who approved it", "批准人", default=None)
    archived: Day | None = said("Day it was archived", "归档日期；未归档则不填", default=None)
    archived_by: Id | None = said("Person who archived it", "归档人", default=None)
    archive: str | None = said(
        "Folder of the archive, below the hub's",
        "归档目录（相对于中枢目录）",
        default=None,
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$",
    )
    digest: str | None = said(
        "SHA-256 of the archive's last digest file, archived.sha256",
        "归档目录中 archived.sha256 文件的 SHA-256",
        default=None,
        pattern=r"^[0-9a-f]{64}$",
    )
    verified: Day | None = said(
        "Day the archive was last found to be as it was archived",
        "最近一次核验归档未被改动的日期",
        default=None,
    )
    verified_by: Id | None = said("Person who verified it", "核验人", default=None)

    @model_validator(mode="after")
    def _each_step_by_somebody(self) -> Self:
        for step in ("submitted", "approved", "archived", "verified"):
            if (getattr(self, step) is None) != (getattr(self, f"{step}_by") is None):
                raise ValueError(f"`{step}` and `{step}_by` go together")
        if not (self.archived is None) == (self.archive is None) == (self.digest is None):
            raise ValueError("`archived`, `archive` and `digest` go together")
        return self
