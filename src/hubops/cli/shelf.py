"""What `report` reads and writes in a hub's folder: records of reports, their definitions, posts and people."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hubops import records
from hubops.errors import BrokenInput, UsageError, unknown_name
from hubops.files import write_whole
from hubops.hub import Hub
from hubops.model import Json, Text, today_in_china
from hubops.records.report import Report
from hubops.reporting import archive, life, period, signing
from hubops.reporting.period import Period

Record = dict[str, Json]


@dataclass(frozen=True)
class Shelf:
    """A hub's records, read once."""

    hub: Hub
    loaded: list[Record]

    @classmethod
    def of(cls, hub: Hub) -> Shelf:
        """Raises BrokenInput where the records cannot be read: who holds which post is not known then."""
        return cls(hub, records.load(hub.records))

    @property
    def signers(self) -> Path:
        return self.hub.reports / signing.SIGNERS

    def all(self, kind: str) -> list[Record]:
        return [record for record in self.loaded if record["kind"] == kind]

    def report(self, id_: str) -> Record:
        found = next((one for one in self.all("report") if one["id"] == id_), None)
        if found is None:
            raise unknown_name("report", id_, [one["id"] for one in self.all("report")])
        return found

    def definition(self, id_: str) -> Record:
        return next(one for one in self.all("report_definition") if one["id"] == id_)

    def definition_for(self, topic: str, wanted: Period) -> Record:
        """The definition of a kind of report that covers a period. Raises UsageError where there is none."""
        definitions = self.all("report_definition")
        of_topic = [one for one in definitions if one["topic"] == topic]
        if not of_topic:
            raise unknown_name("kind of report", topic, {one["topic"] for one in definitions})
        for one in of_topic:
            if wanted.frequency == one["frequency"] and wanted in periods(one, wanted.last, over=False):
                return one
        said = ", ".join(
            f"{one['id']} {one['frequency']}, {one['starts']} – {one['ends'] or '…'}" for one in of_topic
        )
        raise UsageError(
            f"no definition of {topic} has the period {wanted.name}; there are: {said}",
            f"没有“{topic}”报告的编制规定涵盖报告期 {wanted.name}；现有：{said}",
        )

    def folder(self, report: Record) -> Path:
        archived = report.get("archive")
        return self.hub.folder / str(archived) if archived else self.hub.reports / str(report["id"])

    def path(self, id_: str) -> Path:
        """The file of a report's record, which holds that one alone, so that a step can be written to it."""
        return self.hub.records / "report" / f"{id_}.yaml"

    def faults(self, report: Record) -> list[Text]:
        return archive.faults(self.folder(report), report, self.signers)

    def refuse(self, step: str, report: Record, definition: Record, by: str, late: bool) -> None:
        """Raises UsageError where a person may not take a step today, or it comes late and nobody said that it may."""
        today = today_in_china()
        why = life.refusals(step, report, definition, self.all("post"), self.all("person"), by, today)
        overdue = life.overdue(step, period.parse(report["period"]), definition, today)
        if overdue and not late:
            why.append(
                Text(
                    en=f"{overdue.en}; with --late it is taken all the same, and the controls say so",
                    zh=f"{overdue.zh}；可加 --late 照办，控制项仍会指出逾期",
                )
            )
        if why:
            raise UsageError(
                f"{report['id']}: {'; '.join(text.en for text in why)}",
                f"{report['id']}：{'；'.join(text.zh for text in why)}",
            )

    def write(self, record: Record) -> None:
        """Writes a report's record. Raises UsageError where it is kept in a file with others."""
        path = self.path(record["id"])
        if not path.is_file() and any(one["id"] == record["id"] for one in self.all("report")):
            raise UsageError(
                f"the record {record['id']} is kept in another file; valid: a file of its own, {path}",
                f"记录 {record['id']} 在其他文件中；请将其移至单独的文件 {path}",
            )
        plain = {
            name: value for name, value in record.items() if name != "kind" and value not in (None, [], ())
        }
        Report.model_validate_json(json.dumps(plain))
        text = yaml.safe_dump(_dated(plain), sort_keys=False, allow_unicode=True, width=120)
        write_whole(path, text)

    def step(
        self, step: str, record: Record, key: Path, said: dict[str, str], prepare: Callable[[], None]
    ) -> None:
        """Takes a step: signs it in the report's folder, and writes it to the record, or does neither."""
        folder = self.hub.reports / record["id"]
        known = {"report": record["id"], "person": record[f"{step}_by"], "day": record[step], **said}
        try:
            prepare()
            archive.take(folder, step, known, key, self.signers)
            if step == life.STEPS[-1]:
                record |= {
                    "archive": f"{self.hub.reports.name}/{record['id']}",
                    "digest": archive.digest(folder),
                }
            self.write(record)
        except BaseException:
            archive.undo(folder, step)
            raise


def periods(definition: Record, today: date, *, over: bool = True) -> list[Period]:
    """The periods of a definition that are over; with `over` false, the one that a day ends as well."""
    ends = date.fromisoformat(definition["ends"]) if definition["ends"] else None
    day = today if over else date.fromordinal(today.toordinal() + 1)
    return period.ended(date.fromisoformat(definition["starts"]), ends, definition["frequency"], day)


def whole(faults: list[Text], id_: str) -> None:
    """Raises BrokenInput where something is wrong with a report's folder."""
    if faults:
        raise BrokenInput(
            f"{id_}: {'; '.join(text.en for text in faults)}",
            f"{id_}：{'；'.join(text.zh for text in faults)}",
        )


def _dated(value: Any) -> Any:
    """Days as YAML spells them, without quotes."""
    if isinstance(value, dict):
        return {name: _dated(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_dated(entry) for entry in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return date.fromisoformat(value)
    return value
