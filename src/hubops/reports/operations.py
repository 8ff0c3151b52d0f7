"""Monitoring and backups as the hosts showed them: who is watched, how available it was, what is copied, what drills gave.

Made of evidence alone. What is not known is said to be missing, never taken for good.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from hubops.model import Json, SubjectKind, Text
from hubops.reports import words
from hubops.reports.report import Report

SHOWN = ("monitoring", "backup", "drills")
_COPIED = ("files", "dump")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_UNITS = (
    (_MINUTE, 1, "s", "秒"),
    (_HOUR, _MINUTE, "min", "分钟"),
    (72 * _HOUR, _HOUR, "h", "小时"),
    (math.inf, _DAY, "d", "天"),
)
"""Up to how many seconds a unit serves, and how many it has."""

Mark = Literal["bad", "missing", "good", "none"]
_RANK: dict[Mark, int] = {"bad": 0, "missing": 1, "good": 2, "none": 3}


@dataclass(frozen=True)
class Cell:
    """Something measured and whether it is as promised; `none` is what need not be."""

    mark: Mark
    text: Text
    note: Text | None = None
    order: float = 0.0
    """How near a promise is to being broken: its share that is used."""


@dataclass(frozen=True)
class Host:
    name: str
    asked: Cell
    available: Cell
    copied: Cell
    off_site: Cell
    checked: Cell

    @property
    def rank(self) -> int:
        cells = (self.asked, self.available, self.copied, self.off_site, self.checked)
        return min(_RANK[cell.mark] for cell in cells)


@dataclass(frozen=True)
class Copy:
    """Where a data set was copied to, and when."""

    host: str
    off_site: bool
    age: Cell


@dataclass(frozen=True)
class DataSet:
    host: str
    name: str
    owner: str
    way: Text
    rpo: Text
    age: Cell
    rto: Text
    restored: Cell
    copies: tuple[Copy, ...]

    @property
    def rank(self) -> int:
        return min(_RANK[cell.mark] for cell in (self.age, self.restored, *(c.age for c in self.copies)))


@dataclass(frozen=True)
class Alert:
    name: str
    severity: str
    instance: str | None
    summary: Text
    since: Cell


@dataclass(frozen=True)
class Number:
    """What a drill measured, and the most that was promised."""

    of: Text
    measured: Cell
    promised: Text


@dataclass(frozen=True)
class Drill:
    kind: str
    host: str
    source: str | None
    days: int
    passed: bool
    numbers: tuple[tuple[str, tuple[Number, ...]], ...]
    """By data set; those of the drill as a whole under no name."""

    @property
    def when(self) -> Text:
        return _ago(self.days)


@dataclass(frozen=True)
class Operations:
    """`alerts` and `drills` are None where nobody could tell; `partly` names what was not read in full."""

    figures: tuple[tuple[Text, Cell], ...]
    hosts: tuple[Host, ...]
    sets: tuple[DataSet, ...]
    alerts: tuple[Alert, ...] | None
    drills: tuple[Drill, ...] | None
    oldest: str
    partly: tuple[str, ...]


def operations(report: Report) -> Operations | None:
    """The state of monitoring and backups; None where the run collected nothing of it."""
    names = sorted(s.name for s in report.results.subjects if s.kind is SubjectKind.HOST)
    ours = [
        one
        for one in report.evidence
        if one.subject_kind is SubjectKind.HOST
        and one.subject in names
        and one.section in (*SHOWN, "database")
    ]
    if not any(one.section in SHOWN for one in ours):
        return None
    seen = {
        (one.subject, one.section): one.data
        for one in ours
        if one.data and not one.error and not one.violation
    }
    central = _central(seen)
    records = _records(seen)
    hosts = tuple(
        _host(name, central, seen.get((name, "backup")), seen.get((name, "database"))) for name in names
    )
    sets = tuple(_sets(names, seen, records))
    alerts = None if central is None else tuple(map(_alert, central["alerts"]))
    return Operations(
        figures=tuple(_figures(central, hosts, sets)),
        hosts=tuple(sorted(hosts, key=lambda one: (one.rank, one.name))),
        sets=tuple(sorted(sets, key=lambda one: (one.rank, one.host, one.name))),
        alerts=alerts,
        drills=None if records is None else tuple(map(_drill, records)),
        oldest=min(one.collected_at for one in ours),
        partly=tuple(
            sorted(f"{name} ({section})" for (name, section), data in seen.items() if data.get("unreadable"))
        ),
    )


def span(seconds: float) -> Text:
    """A length of time for a person, in the unit that fits: `4.5 h`."""
    size, en, zh = next(unit[1:] for unit in _UNITS if seconds < unit[0])
    number = f"{seconds / size:.{0 if seconds >= 10 * size else 1}f}".removesuffix(".0")
    return Text(en=f"{number} {en}", zh=f"{number} {zh}")


def _missing(key: str = "missing") -> Cell:
    return Cell("missing", words.OPERATIONS[key])


def _worst(cells: Iterable[Cell]) -> Cell:
    """The one that needs eyes first; missing where there is none."""
    return min(cells, key=lambda cell: (_RANK[cell.mark], -cell.order), default=_missing())


def _promised(seconds: float | None, most: float, text: Text | None = None, note: Text | None = None) -> Cell:
    if seconds is None:
        return Cell("missing", words.OPERATIONS["missing"], note)
    kept = 0 <= seconds <= most
    return Cell("good" if kept else "bad", text or span(seconds), note, seconds / most if most else seconds)


def _age(hours: float | None, most_hours: float) -> Cell:
    """How old a copy is; the evidence has whole hours."""
    text = words.OPERATIONS["within_the_hour"] if hours == 0 else None
    return _promised(None if hours is None else hours * _HOUR, most_hours * _HOUR, text)


def _ago(days: int) -> Text:
    if days == 0:
        return words.OPERATIONS["today"]
    return Text(en=f"{days} d ago", zh=f"{days} 天前")


def _central(seen: Mapping[tuple[str, str], Json]) -> Json:
    """What the monitoring server tells; None where none answers."""
    told = (data["central"] for (_, section), data in sorted(seen.items()) if section == "monitoring")
    return next((central for central in told if central and central["answers"]), None)


def _records(seen: Mapping[tuple[str, str], Json]) -> list[Json] | None:
    """The newest drills first; None where no host that keeps their records was read."""
    kept = [
        data["records"]
        for (_, section), data in sorted(seen.items())
        if section == "drills" and data["settings"] and data["settings"]["here"]
    ]
    return sorted((one for records in kept for one in records), key=lambda one: one["days"]) if kept else None


def _host(name: str, central: Json, backup: Json, database: Json) -> Host:
    copied, off_site, checked = _copied(backup, database)
    return Host(name, _asked(name, central), _available(name, central), copied, off_site, checked)


def _asked(name: str, central: Json) -> Cell:
    if central is None:
        return _missing()
    target = next((t for t in central["targets"] if (t["job"], t["instance"]) == ("node", name)), None)
    if target is None:
        return Cell("bad", words.OPERATIONS["not_asked"])
    if target["health"] == "up":
        return Cell("good", words.OPERATIONS["answers"])
    return _missing("not_yet") if target["health"] == "unknown" else Cell("bad", words.OPERATIONS["down"])


def _available(name: str, central: Json) -> Cell:
    measured = central["indicators"]["hosts"] if central else []
    return _percent(next((one for one in measured if one["name"] == name), None))


def _percent(one: Json) -> Cell:
    """Availability, rounded down so that 100 % is nothing less, and how long it was measured."""
    if one is None or one["availability_percent"] is None:
        return _missing()
    known = f"{int(one['availability_percent'] * 100) / 100:g} %"
    return Cell(
        "good",
        Text(en=known, zh=known),
        None if one["days"] is None else _over(one["days"]),
    )


def _over(days: float) -> Text:
    length = span(days * _DAY)
    return Text(en=f"in {length.en}", zh=f"{length.zh}内")


def _copied(backup: Json, database: Json) -> tuple[Cell, Cell, Cell]:
    """The oldest copy, the oldest off-site copy and the oldest check of a repository."""
    catalogue = backup["catalogue"] if backup else None
    if catalogue is None:
        return _missing(), _missing(), _missing()
    if catalogue["none"] and not catalogue["sets"]:
        none = Cell("none", words.OPERATIONS["nothing_to_copy"], Text(**catalogue["none"]))
        return none, Cell("none", none.text), Cell("none", none.text)
    copies = [copy for one in catalogue["sets"] for copy in _copies("", one, backup, database)]
    return (
        _worst(copy.age for copy in copies if not copy.off_site),
        _worst(copy.age for copy in copies if copy.off_site),
        _worst(_check(backup, repository) for repository in catalogue["repositories"]),
    )


def _check(backup: Json, repository: Json) -> Cell:
    check = next((one for one in backup["checks"] if one["repository"] == repository["name"]), None)
    if check is None or check["hours"] is None:
        return _missing("never")
    if not check["sound"]:
        return Cell("bad", words.OPERATIONS["damaged"])
    text = words.OPERATIONS["within_the_hour"] if check["hours"] == 0 else span(check["hours"] * _HOUR)
    return Cell("good", text, None, check["hours"])


def _copies(host: str, one: Json, backup: Json, database: Json) -> Iterator[Copy]:
    """Where a data set should be by the catalogue; pgBackRest's backups lie on the database's own host."""
    if one["way"] not in _COPIED:
        yield Copy(host, False, _database_age(one, database))
        return
    found = {(copy["dataset"], copy["repository"]): copy["hours"] for copy in reversed(backup["copies"])}
    for repository in backup["catalogue"]["repositories"]:
        if one["off_site"] or not repository["off_site"]:
            hours = found.get((one["name"], repository["name"]))
            yield Copy(repository["host"], repository["off_site"], _age(hours, one["rpo_hours"]))


def _database_age(one: Json, database: Json) -> Cell:
    """How much a database would lose: since its log was last archived, or else since its newest backup."""
    if not database or not database["backups"] or not database["clusters"]:
        return _missing()
    if not all(each["sound"] for each in database["backups"]):
        return Cell("bad", words.OPERATIONS["damaged"])
    kinds = ("full_hours", "diff_hours", "incr_hours")
    backups = [[each[kind] for kind in kinds if each[kind] is not None] for each in database["backups"]]
    logs = [(cluster["settings"] or {}).get("archived_minutes") for cluster in database["clusters"]]
    known = [minutes for minutes in logs if minutes is not None]
    if not all(backups):
        return _missing()
    if len(known) == len(logs):
        return _promised(max(known) * _MINUTE, one["rpo_hours"] * _HOUR)
    return _age(max(map(min, backups)), one["rpo_hours"])


def _sets(
    names: list[str], seen: Mapping[tuple[str, str], Json], records: list[Json] | None
) -> Iterator[DataSet]:
    for name in names:
        backup = seen.get((name, "backup"))
        for one in (backup["catalogue"] or {"sets": []})["sets"] if backup else []:
            copies = tuple(_copies(name, one, backup, seen.get((name, "database"))))
            known = [copy.age for copy in copies if copy.age.mark != "missing"]
            yield DataSet(
                host=name,
                name=one["name"],
                owner=one["owner"],
                way=words.named(words.WAY, one["way"]),
                rpo=span(one["rpo_hours"] * _HOUR),
                age=min(known, key=lambda cell: cell.order, default=_missing()),
                rto=span(one["rto_hours"] * _HOUR),
                restored=_restored(name, one, records),
                copies=copies,
            )


def _restored(host: str, one: Json, records: list[Json] | None) -> Cell:
    """How long the last drill took to bring a data set back."""
    if records is None:
        return _missing()
    key = f"rto_minutes {one['name']}"
    held = [record for record in records if (record["source"] or record["host"]) == host]
    last = next(((r, n["measured"]) for r in held for n in r["numbers"] if n["name"] == key), None)
    if last is None:
        return _missing("never_drilled")
    record, minutes = last
    when = _ago(record["days"])
    if minutes is None:
        return Cell("bad", words.OPERATIONS["not_reached"], when)
    return _promised(minutes * _MINUTE, one["rto_hours"] * _HOUR, note=when)


def _alert(one: Json) -> Alert:
    minutes = one["minutes"]
    return Alert(
        one["name"],
        one["severity"],
        one["instance"],
        Text(en=one["summary"], zh=one["summary_zh"]),
        _missing() if minutes is None else Cell("good", span(minutes * _MINUTE)),
    )


def _drill(record: Json) -> Drill:
    numbers: dict[str, list[Number]] = {}
    for number in record["numbers"]:
        key, _, one = number["name"].partition(" ")
        numbers.setdefault(one, []).append(_number(key, number["measured"], number["promised"]))
    about = {name: record[name] for name in ("kind", "host", "source", "days", "passed")}
    return Drill(**about, numbers=tuple((one, tuple(found)) for one, found in sorted(numbers.items())))


def _number(key: str, measured: float | None, most: float | None) -> Number:
    """A number of a drill; its name ends with its unit."""
    what, _, unit = key.rpartition("_")
    size = {"seconds": 1, "minutes": _MINUTE, "hours": _HOUR}.get(unit)
    of = words.named(words.MEASURED, what if size else key)
    if most is None:
        return Number(of, _missing(), words.OPERATIONS["missing"])
    if measured is None:
        cell = Cell("bad", words.OPERATIONS["not_reached"])
    elif size is None:
        cell = _promised(measured, most, _plain(measured))
    else:
        cell = _promised(measured * size, most * size)
    return Number(of, cell, span(most * size) if size else _plain(most))


def _plain(number: float) -> Text:
    return Text(en=f"{number:g}", zh=f"{number:g}")


def _figures(
    central: Json, hosts: tuple[Host, ...], sets: tuple[DataSet, ...]
) -> Iterator[tuple[Text, Cell]]:
    """The state in a few numbers."""
    label: dict[str, Any] = words.OPERATIONS
    yield label["hosts_answering"], _share([host.asked for host in hosts])
    probes = central["indicators"]["probes"] if central else []
    if not probes:
        yield label["availability_platform"], _missing("not_probed" if central else "missing")
    for one in probes:
        called = {lang: f"{one['name']}: {getattr(label['availability'], lang)}" for lang in ("en", "zh")}
        yield Text(**called), _unjudged(_percent(one))
        called = {lang: f"{one['name']}: {getattr(label['response'], lang)}" for lang in ("en", "zh")}
        seconds = one["response_seconds"]
        yield Text(**called), _missing() if seconds is None else Cell("none", _exact(seconds))
    yield label["alerts_firing"], _firing(central)
    yield label["watchdog"], _watchdog(central)
    yield label["sets_in_time"], _share([one.age for one in sets])
    yield label["sets_restored"], _share([one.restored for one in sets])


def _unjudged(cell: Cell) -> Cell:
    """What was promised is known to a control alone: what is here must not look as if it were enough."""
    return replace(cell, mark="none") if cell.mark == "good" else cell


def _exact(seconds: float) -> Text:
    return Text(en=f"{seconds:.2f} s", zh=f"{seconds:.2f} 秒")


def _share(cells: list[Cell]) -> Cell:
    """How many of all are good, marked as the worst."""
    text = f"{sum(cell.mark == 'good' for cell in cells)} / {len(cells)}"
    return Cell(_worst(cells).mark, Text(en=text, zh=text)) if cells else _missing()


def _firing(central: Json) -> Cell:
    if central is None:
        return _missing()
    text = str(len(central["alerts"]))
    return Cell("bad" if central["alerts"] else "good", Text(en=text, zh=text))


def _watchdog(central: Json) -> Cell:
    if central is None:
        return _missing()
    seconds = central["watchdog"]["seconds"]
    if not central["watchdog"]["fires"] or not central["watchdog"]["arrived"] or seconds is None:
        return Cell("bad", words.OPERATIONS["not_arriving"])
    length = span(max(seconds, 0))
    return Cell("good", Text(en=f"{length.en} ago", zh=f"{length.zh}前"))
