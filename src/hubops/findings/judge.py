"""The one function that says what status a control has; nothing else may say `pass`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from hubops.findings.waivers import Exceptions, Waiver
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
_NONE = Exceptions()


def judge(
    control: Control,
    subject: Subject,
    evidence: Mapping[str, Evidence],
    decision: Decision | None,
    as_of: datetime,
    exceptions: Exceptions = _NONE,
) -> Finding:
    """The finding on one control and subject, as of a date.

    `evidence` holds the subject's sections by name. The order of the rules is the order of trust:
    broken evidence, evidence that is not there, old evidence, no decision, then what OPA said; and
    `pass` only where nothing could be hiding a denial. A failure is `waived` where each of its
    violations is covered by a waiver in force, and nothing could be hiding another.
    """
    status, reason = _status(control, evidence, decision, as_of)
    if status is Status.FAIL and decision:
        covering = [exceptions.covering(control, subject, item, as_of) for item in decision.denials]
        status, reason = _waived(covering, [evidence[name] for name in control.evidence])
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
            why = section.error or Text(en="it is empty", zh="内容为空")
            return Status.UNKNOWN, Text(
                en=f"evidence {section.section} could not be collected: {why.en}",
                zh=f"证据 {section.section} 未能采集：{why.zh}",
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


def excluded(control: Control, subject: Subject, why: Text) -> Finding:
    """The finding on a control of which the hub's profile says that it does not apply."""
    return Finding(
        control=control.id,
        subject=subject.name,
        subject_kind=subject.kind,
        status=Status.NOT_APPLICABLE,
        severity=control.severity,
        requirements=control.requirements,
        reason=why,
        remedy=control.remedy,
    )


def _waived(covering: Sequence[Waiver | None], sections: Sequence[Evidence]) -> tuple[Status, Text | None]:
    """Whether a failure is waived, by the waiver that covers each of its violations."""
    known = {waiver.id: waiver for waiver in covering if waiver}
    if not known:
        return Status.FAIL, None
    ids = ", ".join(sorted(known))
    if None in covering:
        count = sum(waiver is not None for waiver in covering)
        return Status.FAIL, Text(
            en=f"{count} of {len(covering)} violations are waived by {ids}; the others are not",
            zh=f"{len(covering)} 项问题中有 {count} 项已由 {ids} 豁免，其余未豁免",
        )
    holes = _unread(sections)
    if holes:
        return Status.FAIL, Text(
            en=f"{ids} waives what was seen, but not all could be read: {holes[1].en}",
            zh=f"{ids} 已豁免所发现的问题，但有内容无法读取：{holes[1].zh}",
        )
    told = [known[id_] for id_ in sorted(known)]
    return Status.WAIVED, Text(
        en="; ".join(f"waived by {w.id} until {w.until.isoformat()}: {w.reason.en}" for w in told),
        zh="；".join(f"由 {w.id} 豁免至 {w.until.isoformat()}：{w.reason.zh}" for w in told),
    )


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
