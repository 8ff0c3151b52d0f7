"""A report as large and as odd as a real one may be: 300 findings, long values, strings that attack the page."""

from __future__ import annotations

from dataclasses import replace

from hubops.model import Finding, Item, Results, Status, Subject, SubjectKind, Text
from hubops.reports import Lang, Report
from tests.reports import sample
from tests.reports.strategies import HOSTILE

HOSTS = (
    *sample.HOSTS,
    Subject(
        name="edge-gateway-03.management.city-hub.example.internal",
        kind=SubjectKind.HOST,
        platform="vm",
        zone="management",
        role="gateway",
    ),
    Subject(name="hub-3", kind=SubjectKind.HOST, platform="container", zone="platform", role="hub"),
    Subject(name="数据交换-1", kind=SubjectKind.HOST, platform="machine", zone="互联网边界区", role="data"),
)

PARTLY = Text(
    en="1 of 3 violations is waived by WVR-2026-007 until 2026-12-31 (OPS-1204)",
    zh="3 项违规中有 1 项由 WVR-2026-007 豁免，有效期至 2026-12-31（OPS-1204）",
)
WAIVER = Text(
    en="waived by WVR-2026-011 until 2027-02-28: the vendor's collector breaks without it; a new one is ordered "
    "(requested by Chen Jing, approved by Zhao Lei, OPS-1311)",
    zh="由 WVR-2026-011 豁免，有效期至 2027-02-28：厂商采集程序依赖该设置，新版本已订购（陈静申请，赵磊批准，OPS-1311）",
)

# What a machine may hold: a path that no line can break, a document, another direction of writing.
ODD: dict[str, tuple[Item, ...]] = {
    "ssh/strong_algorithms": tuple(
        Item(item=name, expected=[f"{name}-{n}@openssh.com" for n in range(9)], actual=["hmac-sha1"] * 14)
        for name in ("ciphers", "kexalgorithms", "macs")
    ),
    "files/world_writable_absent": tuple(
        Item(item=f"/srv/共享/{'导入批次' * 6}/{n:04}.csv", expected="not writable by others", actual="0666")
        for n in range(130)
    ),
    "files/unowned_absent": tuple(Item(item=text, expected="an owner", actual=text) for text in HOSTILE),
    "services/failed_absent": (
        Item(
            item="x" * 300, expected="active", actual={"state": "failed", "log": "错误：" + "无法连接 " * 90}
        ),
        Item(item="مثال.service", expected="active", actual=None),
    ),
}


def report(lang: Lang = "en") -> Report:
    """The large report, with the run before it."""
    plain = sample.report(lang, HOSTS)
    return replace(plain, results=_oddly(plain.results))


def _oddly(results: Results) -> Results:
    return results.model_copy(update={"findings": tuple(map(_odd, results.findings))})


def _odd(finding: Finding) -> Finding:
    if finding.control in ODD and finding.subject != "hub-1":
        return finding.model_copy(
            update={"status": Status.FAIL, "reason": None, "items": ODD[finding.control]}
        )
    if finding.control == "ssh/forwarding_denied":
        return finding.model_copy(
            update={"status": Status.WAIVED, "reason": WAIVER, "items": _items(finding.control)}
        )
    if finding.control == "auth/su_restricted" and finding.subject.startswith("hub"):
        return finding.model_copy(
            update={"status": Status.FAIL, "reason": PARTLY, "items": _items(finding.control) * 3}
        )
    return finding


def _items(control: str) -> tuple[Item, ...]:
    item, expected, actual = next(line.item for line in sample.LINES if line.id == control)
    return (Item(item=item, expected=expected, actual=actual),)
