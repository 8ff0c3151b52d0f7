"""`delivery`: what a project handed over to those who operate its result."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Delivery(Record):
    label: ClassVar[Text] = Text(en="Delivery", zh="系统交付")
    refers: ClassVar[dict[str, str]] = {
        "project": "project",
        "checked_by": "person",
        "trained": "person",
    }

    project: Id = said("Project that delivered", "交付的建设项目")
    delivery_list: str | None = said(
        "Number of the list of deliveries", "交付清单编号", min_length=1, default=None
    )
    checked: Day | None = said(
        "Day on which equipment, software and documents were counted against the list",
        "按交付清单清点设备、软件和文档的日期",
        default=None,
    )
    checked_by: Id | None = said("Person who counted them", "清点人员", default=None)
    trained_on: Day | None = said(
        "Last day of the training of those who operate it", "运行维护人员技能培训完成日期", default=None
    )
    trained: tuple[Id, ...] = said("Persons who were trained", "参加培训的运行维护人员", default=())
    documents: tuple[Literal["construction", "operation"], ...] = said(
        "Documents that were handed over: of construction, and for operation and maintenance",
        "移交的文档：建设过程文档、运行维护文档",
        default=(),
    )
