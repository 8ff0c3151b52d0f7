"""What a report is made of: read from the store and the records, and handed over as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from hubops import records
from hubops.hub import Hub
from hubops.model import Control, Evidence, Json, Results, Standing, Subject, SubjectKind, Text
from hubops.reporting.content import Data, Figure, Held, Kind
from hubops.reporting.period import Period, day_of
from hubops.reports import Report, words
from hubops.reports.operations import SHOWN, Cell, Drill, Operations, operations
from hubops.store import Store, runs, standing, transitions

_ALL = 10**9
_READ = (*SHOWN, "database")
_NONE = Text(en="—", zh="—")
Loaded = Iterable[Mapping[str, Json]]


def gather(hub: Hub, store: Store, period: Period, controls: Mapping[str, Control], loaded: Loaded) -> Data:
    """Everything that is known of a period; what was not stored is not there."""
    after = standing(store, hub.name, until=period.last_second)
    in_period = [one for one in after if one.judged >= period.begins]
    listed = [
        one
        for one in runs(store, hub.name, until=period.last_second, most=_ALL)
        if one[0].finished >= period.begins
    ]
    evidence = _evidence(in_period)
    state = _state(store, listed[0][0].id, evidence, controls) if listed else None
    return Data(
        hub=hub.name,
        period=period,
        kinds=_kinds(loaded),
        controls=controls,
        domains=words.DOMAIN,
        runs=listed[::-1],
        before=standing(store, hub.name, until=period.before),
        after=after,
        changes=[
            one
            for one in transitions(store, hub.name, until=period.last_second, most=_ALL)
            if one.at >= period.begins
        ],
        evidence=evidence,
        figures=tuple(_figures(state, controls)) if state else (),
        drills=tuple(_drills(state, period, evidence)) if state else (),
    )


def _kinds(loaded: Loaded) -> dict[str, Kind]:
    by_kind: dict[str, list[Mapping[str, Json]]] = {name: [] for name in records.KINDS}
    for record in loaded:
        by_kind[record["kind"]].append({name: value for name, value in record.items() if name != "kind"})
    return {
        name: Kind(
            name,
            model.label,
            {
                field: _meaning(info)
                for field, info in model.model_json_schema(mode="serialization")["properties"].items()
            },
            by_kind[name],
        )
        for name, model in records.KINDS.items()
    }


def _meaning(field: Mapping[str, Json]) -> Text:
    """What a field means, without what stands there where nothing is known."""
    return Text(
        en=str(field.get("description", "")).split(";")[0],
        zh=str(field.get("description_zh", "")).split("；")[0],
    )


def _evidence(standings: Iterable[Standing]) -> list[dict[str, str]]:
    """What the findings rest on, each section of each subject once and the newest of it."""
    newest: dict[tuple[str, str, str], dict[str, str]] = {}
    for one in standings:
        for ref in one.finding.evidence:
            key = (one.finding.subject_kind, one.finding.subject, ref.section)
            if key not in newest or newest[key]["collected_at"] < ref.collected_at:
                newest[key] = {
                    **dict(zip(("subject_kind", "subject", "section"), map(str, key), strict=True)),
                    "digest": ref.digest,
                    "collected_at": ref.collected_at,
                }
    return [newest[key] for key in sorted(newest)]


def _state(
    store: Store, run: str, evidence: Iterable[Mapping[str, str]], controls: Mapping[str, Control]
) -> Operations | None:
    """Monitoring and backups, as the last evidence of the period shows them."""
    shown = [
        Evidence(
            subject=one["subject"],
            section=one["section"],
            collected_at=one["collected_at"],
            collector="",
            source="store",
            data=store.evidence(one["digest"]),
        )
        for one in evidence
        if one["subject_kind"] == SubjectKind.HOST and one["section"] in _READ
    ]
    results = store.run(run)
    if results is None or not shown:
        return None
    subjects = {s.name: s for s in results.subjects if s.kind is SubjectKind.HOST}
    for section in shown:
        subjects.setdefault(section.subject, Subject(name=section.subject, kind=SubjectKind.HOST))
    whole = Results(run=results.run, subjects=tuple(subjects.values()), findings=())
    return operations(Report(whole, controls, "en", evidence=tuple(shown)))


def _figures(state: Operations, controls: Mapping[str, Control]) -> Iterator[Figure]:
    for label, cell in state.figures:
        yield _figure(label, cell, _NONE)
    kept = controls.get("monitoring/availability_kept")
    percent = kept.params["host_percent"].default if kept else None
    target = _both(f">= {percent} %") if percent is not None else _NONE
    for host in state.hosts:
        yield _figure(_named(host.name, words.OPERATIONS["availability"]), host.available, target)
    for one in state.sets:
        name = f"{one.host} {one.name}"
        yield _figure(_named(name, words.OPERATIONS["last_copy"]), one.age, _most(one.rpo))
        yield _figure(
            _named(name, Text(en="restored in a drill", zh="演练恢复用时")), one.restored, _most(one.rto)
        )


def _figure(label: Text, cell: Cell, target: Text) -> Figure:
    """Good is only what is held against a target here; availability is judged by its control."""
    judged = cell.mark in ("bad", "missing") or (cell.mark == "good" and not target.en.startswith(">="))
    return Figure(label, cell.text, target, cell.mark if judged and cell.mark != "none" else "")


def _most(limit: Text) -> Text:
    return Text(en=f"<= {limit.en}", zh=f"<= {limit.zh}")


def _named(name: str, what: Text) -> Text:
    return Text(en=f"{name}: {what.en}", zh=f"{name}：{what.zh}")


def _both(text: str) -> Text:
    return Text(en=text, zh=text)


def _drills(state: Operations, period: Period, evidence: Iterable[Mapping[str, str]]) -> Iterator[Held]:
    """Those that ended in the period: the evidence says how many days before it was collected."""
    collected = max((one["collected_at"] for one in evidence if one["section"] == "drills"), default="")
    for drill in state.drills or ():
        day = (date.fromisoformat(day_of(collected)) - timedelta(days=drill.days)).isoformat()
        if period.holds(day):
            yield Held(
                id=f"{drill.kind} {drill.host} {day}",
                kind=words.named(words.DRILL, drill.kind),
                host=f"{drill.source} → {drill.host}" if drill.source else drill.host,
                day=day,
                passed=drill.passed,
                numbers=tuple(_numbers(drill)),
            )


def _numbers(drill: Drill) -> Iterator[Text]:
    for name, numbers in drill.numbers:
        for number in numbers:
            of = _named(name, number.of) if name else number.of
            yield Text(
                en=f"{of.en} {number.measured.text.en} / {number.promised.en}",
                zh=f"{of.zh} {number.measured.text.zh} / {number.promised.zh}",
            )
