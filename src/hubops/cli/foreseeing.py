"""What `hubops records due` asks of the controls: how the records will stand on days to come."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, datetime, time

from hubops import bundle, pipeline
from hubops.cli import work
from hubops.cli.console import progress, t
from hubops.evidence import records as records_evidence
from hubops.findings import load_rules
from hubops.hub import Hub
from hubops.model import CHINA, Status
from hubops.records import foreseen as ahead
from hubops.records.due import Due
from hubops.records.loader import Loaded

_EVENING = time(23, 59, 59)


def foreseen(hub: Hub, listed: Sequence[Loaded], today: date, days: int) -> list[Due]:
    """What the controls on records will deny within `days` and do not deny today; waived is not denied."""
    here = bundle.find()
    rules = load_rules(here, hub)
    scope = pipeline.Scope(hub, hosts=False)
    asked = {
        id_: control
        for id_, control in pipeline.answerable(rules.controls, scope).items()
        if control.evidence == (records_evidence.SECTION,)
    }
    collection = pipeline.collect(here, scope, asked, lambda *_: None)
    given = rules.judging(asked)
    with (
        work.store() as store,
        work.opa(here)() as server,
        progress(t("Asking the controls", "预判检查结果")) as advance,
    ):

        def denied(day: date) -> frozenset[ahead.Denial]:
            advance("", 0, 0)
            moment = datetime.combine(day, _EVENING, CHINA)
            findings = pipeline.judged_as_of(collection, given, store, lambda: nullcontext(server), moment)
            failing = (finding for finding in findings if finding.status is Status.FAIL)
            return frozenset((finding.control, item.item) for finding in failing for item in finding.items)

        first = ahead.begins(denied, today, days)
    return ahead.due(first, rules.controls, listed)
