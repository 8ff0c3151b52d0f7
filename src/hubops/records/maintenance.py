"""`maintenance`: one job of maintenance or repair on a device or line."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Maintenance(Record):
    label: ClassVar[Text] = Text(en="Maintenance", zh="设备维护")
    refers: ClassVar[dict[str, str]] = {
        "assets": "asset",
        "approved_by": "post",
        "by": "person",
        "supervised_by": "person",
    }

    assets: tuple[Id, ...] = said(
        "Devices and lines that were maintained", "所维护的设备与线路", min_length=1
    )
    form: Literal["routine", "repair"] = said("Regular maintenance, or repair", "维护类别：定期维护、维修")
    approved_by: Id | None = said("Post that approved the job", "批准岗位；未批准则不填", default=None)
    done: Day = said("Day it was done", "维护日期")
    by: Id = said("Person who did it", "维护人员")
    supervised_by: Id | None = said(
        "Person who stood by; needed where an outsider does it", "监督人员；外部人员维护时必填", default=None
    )
    outcome: Name = said("What was done and found", "维护内容与结果")
