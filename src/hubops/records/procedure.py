"""`procedure`: how a thing is done, step by step, and what the document covers."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said

COVERS = {
    "activation": "启动条件",
    "after_training": "事后教育和培训",
    "alarms": "报警",
    "backups": "备份",
    "capacity": "容量",
    "classification": "信息分类",
    "configuration": "配置",
    "duties": "职责",
    "environment": "环境",
    "logs": "日志",
    "malware": "恶意代码",
    "marking": "标识",
    "on_site_handling": "现场处置",
    "operation": "操作",
    "organisation": "组织构成",
    "recovery": "恢复",
    "reporting": "报告",
    "resources": "资源保障",
    "storage": "存储",
    "transfer": "传输",
    "tuning": "优化",
    "use": "使用",
}


class Procedure(Record):
    label: ClassVar[Text] = Text(en="Procedure", zh="操作规程")
    refers: ClassVar[dict[str, str]] = {
        "owner": "post",
        "assets": "asset",
        "plans": "emergency_plan",
        "approved_by": "post",
        "reviewed_by": "person",
    }

    title: Name = said("Title of the document", "文件标题")
    topic: Literal[
        "daily_inspection",
        "device_manual",
        "emergency_framework",
        "incident",
        "incident_leak",
        "incident_outage",
        "information",
    ] = said(
        "What it is about: daily inspection, a device's manual, the framework of all emergency plans, incidents in "
        "general, leaks, outages, or classes of information",
        "规程类别：日常巡检、设备配置操作手册、应急预案框架、安全事件处置（通用、信息泄漏、系统中断）、信息分类与使用",
        words={
            "daily_inspection": "日常巡检",
            "device_manual": "设备配置操作手册",
            "emergency_framework": "应急预案框架",
            "incident": "安全事件处置",
            "incident_leak": "信息泄漏事件处置",
            "incident_outage": "系统中断事件处置",
            "information": "信息分类与使用",
        },
    )
    covers: tuple[
        Literal[
            "activation", "after_training", "alarms", "backups", "capacity", "classification", "configuration",
            "duties", "environment", "logs", "malware", "marking", "on_site_handling", "operation",
            "organisation", "recovery", "reporting", "resources", "storage", "transfer", "tuning", "use",
        ],
        ...,
    ] = said("What it lays down", "所规定的内容", default=(), words=COVERS,
    )  # fmt: skip
    owner: Id = said("Post that follows it and answers for it", "执行与归口岗位")
    assets: tuple[Id, ...] = said("Assets that it is for", "适用的资产", default=())
    plans: tuple[Id, ...] = said("Emergency plans that keep to it", "所统领的应急预案", default=())
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    issued: Day | None = said(
        "Day it came into force; none while it is a draft", "发布生效日期；未发布则不填", default=None
    )
    reviewed: Day | None = said(
        "Day on which practice was last compared with it", "最近一次对照检查执行情况的日期", default=None
    )
    reviewed_by: Id | None = said("Person who compared it", "对照检查人员", default=None)
    withdrawn: Day | None = said("Day it was withdrawn", "废止日期", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.reviewed is None) != (self.reviewed_by is None):
            raise ValueError("`reviewed` and `reviewed_by` are needed both or neither")
        if self.withdrawn and (self.issued is None or self.withdrawn < self.issued):
            raise ValueError("`withdrawn` needs an `issued` that is not after it")
        return self
