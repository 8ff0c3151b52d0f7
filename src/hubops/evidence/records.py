"""The `records` section: what people know of the hub, as facts that controls can judge.

The records stage reads and checks the files; the pipeline hands its plain data over, so that
this module only gives it the shape of evidence (schema `policies/schemas/records.json`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from hubops import __version__
from hubops.model import Evidence, Json, SubjectKind, Text

SECTION = "records"
SUBJECT = SubjectKind.HUB


def section(
    hub: str,
    records: Iterable[Mapping[str, Json]],
    as_of: str,
    *,
    kinds: Iterable[str],
    source: str = "records",
) -> Evidence:
    """The evidence on `hub` made of `records`, each with its `kind`; read at `as_of` (RFC 3339, UTC).

    Every one of `kinds` gets a list, empty where nothing is recorded: that is a fact which controls
    judge. Raises ValueError for a record of a kind not among them.
    """
    data: dict[str, list[Json]] = {kind: [] for kind in kinds}
    for record in records:
        if record["kind"] not in data:
            raise ValueError(
                f"record {record.get('id')!r}: kind {record['kind']!r} is none of {sorted(data)}"
            )
        data[record["kind"]].append({name: value for name, value in record.items() if name != "kind"})
    for entries in data.values():
        entries.sort(key=lambda entry: json.dumps(entry.get("id")))
    return _evidence(hub, as_of, source, data={"hub": hub, **data, "unreadable": []})


def broken(hub: str, why: Text, as_of: str, *, source: str = "records") -> Evidence:
    """The evidence on `hub` when its records could not be read: no control on them passes."""
    return _evidence(hub, as_of, source, error=why)


def _evidence(hub: str, as_of: str, source: str, **content: Any) -> Evidence:
    return Evidence(
        subject=hub,
        subject_kind=SUBJECT,
        section=SECTION,
        collected_at=as_of,
        collector=f"hubops/{__version__}",
        source=source,
        **content,
    )
