"""The one function that says what status a control has; nothing else may say `pass`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from hubops.model import (
    Control,
    Decision,
    Evidence,
    EvidenceRef,
    Finding,
    Status,
    Subject,
    Text,
    moment,
)

# A clock may run ahead of ours by this much before evidence from the future counts as broken.
_CLOCK_TOLERANCE = timedelta(minutes=5)
_MOST_NAMED = 5


def judge(
    control: Control,
    subject: Subject,
    evidence: Mapping[str, Evidence],
    decision: Decision | None,
    as_of: datetime,
) -> Finding:
    """The finding on one control and subject, as of a date.

    `evidence` holds the subject's sections by name. The order of the rules is the order of trust:
    broken evidence, evidence that is not there, old evidence, no decision, then what OPA said; and
    `pass` only where nothing could be hiding a denial.
    """
    status, reason = _status(control, evidence, decision, as_of)
    judged = decision is not None and status in {Status.FAIL, Status.WAIVED}
    refs = (
        EvidenceRef(section=name, digest=evidence[name].digest, collected_at=evidence[name].collected_at)
        for name in sorted(control.evidence)
        if name in evidence
    )
    return Finding(
        control=control.id,
        subject=subject.name,
        subject_kind=subject.kind,
        status=status,
        severity=control.severity,
        requirements=control.requirements,
        items=decision.denials if judged and decision else (),
        reason=reason,
        evidence=tuple(refs),
        remedy=control.remedy,
    )


def _status(
    control: Control, evidence: Mapping[str, Evidence], decision: Decision | None, as_of: datetime
) -> tuple[Status, Text | None]:
    sections = [evidence.get(name) for name in control.evidence]
    present = [section for section in sections if section is not None]
    for section in present:
        if section.violation:
            return Status.ERROR, Text(
                en=f"evidence {section.section} is not what its schema demands: {section.violation}",
                zh=f"证据 {section.section} 不符合其模式：{section.violation}",
            )
    missing = [name for name, section in zip(control.evidence, sections, strict=True) if section is None]
    if missing:
        return Status.UNKNOWN, Text(
            en=f"no evidence {', '.join(missing)} was collected", zh=f"未采集到证据 {'、'.join(missing)}"
        )
    for section in present:
        if section.error or section.data is None:
            why = section.error or "it is empty"
            return Status.UNKNOWN, Text(
                en=f"evidence {section.section} could not be collected: {why}",
                zh=f"证据 {section.section} 未能采集：{why}",
            )
    aged = _aged(control, present, as_of)
    if aged:
        return aged
    if decision is None:
        return Status.ERROR, Text(en="OPA was not asked", zh="未向 OPA 提交判定")
    if decision.error:
        return Status.ERROR, Text(en=decision.error, zh=f"OPA 无法判定：{decision.error}")
    if decision.not_applicable:
        return Status.NOT_APPLICABLE, decision.not_applicable
    if decision.denials:
        return Status.FAIL, None
    return _unread(present) or (Status.PASS, None)


def _aged(control: Control, sections: Sequence[Evidence], as_of: datetime) -> tuple[Status, Text] | None:
    for section in sections:
        try:
            age = as_of - moment(section.collected_at)
        except ValueError as error:
            return Status.ERROR, Text(
                en=f"evidence {section.section} has no usable date: {error}",
                zh=f"证据 {section.section} 的采集时间无效：{error}",
            )
        if age < -_CLOCK_TOLERANCE:
            return Status.ERROR, Text(
                en=f"evidence {section.section} is dated {section.collected_at}, after the run's date",
                zh=f"证据 {section.section} 的采集时间 {section.collected_at} 晚于本次检查的日期",
            )
        if age > timedelta(seconds=control.max_age_seconds):
            return Status.STALE, Text(
                en=f"evidence {section.section} of {section.collected_at} is older than {control.max_age_seconds} s",
                zh=f"证据 {section.section}（{section.collected_at}）已超过 {control.max_age_seconds} 秒的有效期",
            )
    return None


def _unread(sections: Sequence[Evidence]) -> tuple[Status, Text] | None:
    """Unknown where a section says that something it should hold could not be read."""
    holes = [hole for section in sections for hole in section.data.get("unreadable", [])]
    if not holes:
        return None
    named = "; ".join(f"{hole['what']} ({hole['why']})" for hole in holes[:_MOST_NAMED])
    more = len(holes) - _MOST_NAMED
    return Status.UNKNOWN, Text(
        en=f"nothing wrong was seen, but not all could be read: {named}"
        + (f" and {more} more" if more > 0 else ""),
        zh=f"未发现问题，但有内容无法读取：{named}" + (f" 等，另有 {more} 项" if more > 0 else ""),
    )
