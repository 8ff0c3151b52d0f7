"""What findings say of improvements: an improvement that a control's finding began ends when that control passes.

Records say which control that is; how it stands is in the findings. The two meet here, as facts that a
control can judge (section `improvements`), so that nobody's word is taken for an effect.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import datetime, timedelta

from hubops.model import Finding, Json, Standing, Status, moment

FRESH = timedelta(hours=26)
"""What was found longer ago says nothing of today: as long as evidence is good for most controls."""

_UNSURE = {Status.ERROR, Status.UNKNOWN, Status.STALE}


def control_of(improvement: Mapping[str, Json]) -> str | None:
    """The control that shows an improvement's effect: the one that found the problem, or the one that is named."""
    source = improvement["source"]
    named: str | None = source["reference"] if source["kind"] == "finding" else improvement["control"]
    return named


def fresh(stands: Iterable[Standing], now: datetime) -> list[Finding]:
    """The findings that are young enough to speak of now; of a subject that is gone there are none before long."""
    return [stand.finding for stand in stands if moment(stand.judged) >= now - FRESH]


def effects(
    improvements: Iterable[Mapping[str, Json]], findings: Iterable[Finding], controls: Container[str]
) -> dict[str, Json]:
    """The section `improvements`: each one whose effect a control shows, with how that control stands.

    `findings` are those of now; `controls` are the ids that there are. A closed improvement is `unreadable`
    where its control was not judged, or could not be: then nobody can say whether it helped.
    """
    by_control: dict[str, list[Finding]] = {}
    for finding in findings:
        by_control.setdefault(finding.control, []).append(finding)
    entries, unreadable = [], []
    for improvement in improvements:
        control = control_of(improvement)
        if control is None:
            continue
        judged = by_control.get(control, [])
        subject = improvement["source"]["subject"]
        meant = sorted((f for f in judged if subject in (None, f.subject)), key=lambda f: f.subject)
        entries.append(
            {
                "id": improvement["id"],
                "control": control,
                "known": control in controls,
                "closed": improvement["closed"],
                "findings": [{"subject": f.subject, "status": f.status.value} for f in meant],
            }
        )
        unsure = [f"{f.subject}: {f.status}" for f in meant if f.status in _UNSURE]
        if improvement["closed"] and control in controls and (unsure or not judged):
            why = f"{control} on {', '.join(unsure)}" if unsure else f"{control} was not judged within a day"
            unreadable.append({"what": improvement["id"], "why": why})
    return {"improvements": entries, "unreadable": unreadable}
