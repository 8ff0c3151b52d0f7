"""`device`: one device of the network, of its protection, or that the hub computes on."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, said
from hubops.records.checks import Checked, Inspected


class Function(Checked):
    """One thing that a device does for security, as it was last seen to do it."""

    name: Literal[
        "anti_malware",
        "anti_spam",
        "content_filter",
        "internet_access_audit",
        "intrusion_prevention",
        "network_access_control",
        "outbound_control",
        "remote_access_audit",
        "traffic_analysis",
        "wireless_control",
    ] = said(
        "What it does: catches malware or spam; filters by application protocol and content; audits internet use or "
        "remote access by itself; stops intrusion; lets only authorised devices join; finds or stops unauthorised "
        "connections outward; analyses traffic for attacks of new kinds; lets wireless networks in only through "
        "itself, or finds and stops them where none is allowed",
        "安全功能：恶意代码防护、垃圾邮件防护、应用协议与内容过滤、上网行为审计、入侵防御、终端准入控制、非法外联管控、"
        "远程访问审计、网络流量分析、无线接入管控（无线网络仅经其接入，或在禁用无线时巡检并阻断）",
        words={
            "anti_malware": "恶意代码防护",
            "anti_spam": "垃圾邮件防护",
            "content_filter": "应用协议与内容过滤",
            "internet_access_audit": "上网行为审计",
            "intrusion_prevention": "入侵防御",
            "network_access_control": "终端准入控制",
            "outbound_control": "非法外联管控",
            "remote_access_audit": "远程访问审计",
            "traffic_analysis": "网络流量分析",
            "wireless_control": "无线接入管控",
        },
    )
    signatures: Day | None = said(
        "Date of the signatures that it worked with at that check; none if it uses none",
        "核查时所用特征库（病毒库、规则库）的日期；不使用特征库则不填",
        default=None,
    )

    @model_validator(mode="after")
    def _signatures_seen(self) -> Self:
        if self.signatures and self.signatures > self.checked:
            raise ValueError("`signatures` is after `checked`, so nobody can have seen them")
        return self


class Load(Checked):
    """How busy a device is when it is busiest."""

    percent: int = said(
        "Highest use of CPU or memory in peak hours, in percent",
        "业务高峰时段 CPU 或内存使用率峰值，百分比",
        ge=0,
        le=100,
    )


class Trail(Checked):
    """What a device records of those who use it or pass it, and where the records go."""

    holds: tuple[Literal["event", "outcome", "time", "user"], ...] = said(
        "What each record holds: kind of event, whether it worked, date and time, user",
        "审计记录所含要素：事件类型、事件是否成功、日期和时间、用户",
        default=(),
        words={"event": "事件类型", "outcome": "事件是否成功", "time": "日期和时间", "user": "用户"},
    )
    forwarded: bool = said(
        "Whether records are sent on at once to a log server that its administrators cannot change",
        "审计记录是否实时转存至设备管理员无法修改的日志服务器",
    )
    kept_days: int = said("Days that records are kept", "审计记录留存天数", ge=0)


class Trust(Checked):
    """What a device verifies by its root of trust before it relies on it."""

    verifies: tuple[Literal["application", "boot", "configuration", "system"], ...] = said(
        "What is verified: application programs, boot loader, important configuration, system programs",
        "可信验证范围：应用程序、系统引导程序、重要配置参数、系统程序",
        default=(),
    )
    dynamic: bool = said(
        "Whether programs are verified again while they run, at the steps that matter",
        "是否在应用程序的关键执行环节进行动态可信验证",
    )
    alarms: bool = said(
        "Whether broken trust raises an alarm and the results go to the management centre",
        "可信性受到破坏时是否报警，验证结果是否形成审计记录并送至安全管理中心",
    )


class Device(Inspected):
    label: ClassVar[Text] = Text(en="Network or security device", zh="网络与安全设备")
    refers: ClassVar[dict[str, str]] = {"site": "site", "redundant_with": "device"}

    title: Name = said("What the device is called", "设备名称")
    role: Literal["boundary", "communication", "computing", "security"] = said(
        "Its part: between zones (firewall, gateway), carrying traffic (switch, router), computing (server, storage), "
        "or watching from the side (probe, admission server)",
        "设备类别：边界设备（防火墙、网关）、通信设备（交换机、路由器）、计算设备（服务器、存储）、旁路安全设备（探针、准入服务器）",
        words={
            "boundary": "边界设备",
            "communication": "通信设备",
            "computing": "计算设备",
            "security": "旁路安全设备",
        },
    )
    site: Id = said("Site where it stands", "所在场所")
    key: bool = said("Whether the hub cannot run without what it does", "是否为关键设备")
    redundant_with: Id | None = said(
        "Device that takes over when it fails", "与其互为冗余的设备；无冗余则不填", default=None
    )
    functions: tuple[Function, ...] = said("What it does for security", "承担的安全功能", default=())
    load: Load | None = said("How busy it is in peak hours", "高峰负载", default=None)
    trail: Trail | None = said("Its audit records", "审计记录", default=None)
    trust: Trust | None = said("Its verification by a root of trust", "可信验证", default=None)
    opened: Day = said("Day it was taken into use", "启用日期")
    retired: Day | None = said("Last day of its use", "停用日期；仍在使用则不填", default=None)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if self.redundant_with == self.id:
            raise ValueError("`redundant_with` names the device itself")
        names = [function.name for function in self.functions]
        if len(names) != len(set(names)):
            raise ValueError("`functions` names one function twice")
        return self
