"""The lab's records as controls judge them, and with changes: what the tests of records share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubops import bundle, catalog, records
from hubops.decisions import OpaServer
from hubops.evidence import estate
from hubops.evidence import records as evidence
from hubops.evidence.schema import validate
from hubops.model import Evidence, Subject

BUNDLE = bundle.find()
LAB = BUNDLE.inventories / "lab/records"
CONTROLS = {id_: c for id_, c in catalog.load(BUNDLE).items() if "records" in c.evidence}
AS_OF = "2026-11-23T00:00:00Z"
Changes = Mapping[str, Mapping[str, Any] | None]

# What is wrong in the lab's records on purpose: what is denied as of that day, and what would mend it.
DEFECTS: dict[str, tuple[dict[str, Any], Changes]] = {
    "people/agreements_signed": (
        {"item": "P-009", "expected": ">= 2026-11-23", "actual": "2026-10-08"},
        {"AGR-009": {"expires": "2027-10-08"}},
    ),
    "emergency/plans_drilled": (
        {"item": "PLAN-05", "expected": "<= 365", "actual": 433},
        {"DRL-2025-05": {"held": "2026-09-16"}},
    ),
    # Entered as done for real, but no host knows of it.
    "emergency/drills_supported": (
        {"item": "DRL-2026-04", "expected": "passed on a host", "actual": None},
        {"DRL-2026-04": {"form": "tabletop"}},
    ),
}
COMPLIANT: Changes = {id_: fields for _, mend in DEFECTS.values() for id_, fields in mend.items()}


# One that the lab's standing change covers.
UPDATE = {"stack": "lab", "version": 1, "day": "2026-11-21", "changed": 8}


def _estate() -> dict[str, Any]:
    """What the lab's hosts showed together once: see tests/data/evidence/README.md."""
    files = sorted((BUNDLE.root / "tests/data/evidence/applied").glob("host-*.json"))
    stored = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    sections = [Evidence(**one) for host in stored for one in host["evidence"]]
    hosts = [Subject(**host["subject"]) for host in stored]
    data = estate.section("lab", hosts, sections, [UPDATE], AS_OF).data
    assert validate("estate", data, BUNDLE.schemas) == []
    assert isinstance(data, dict)
    return data


ESTATE = _estate()


def changed(folder: Path, *several: Changes) -> list[dict[str, Any]]:
    """The lab's records with fields changed by the record's id, None for one that is gone, read anew from `folder`.

    An id that is new makes a record, with its `kind` among the fields.
    Raises BrokenInput where what comes of it is no record.
    """
    by_id = {record["id"]: record for record in records.load(LAB)}
    for changes in several:
        for id_, fields in changes.items():
            if fields is None:
                del by_id[id_]
            else:
                by_id[id_] = {**by_id.get(id_, {"id": id_}), **fields}
    (folder / "records.yaml").write_text(
        json.dumps(list(by_id.values()), ensure_ascii=False), encoding="utf-8"
    )
    return records.load(folder)


def verdicts(server: OpaServer, loaded: list[dict[str, Any]], as_of: str = AS_OF) -> dict[str, Any]:
    """What each control on records says of them."""
    data = evidence.section("lab", loaded, as_of, kinds=records.KINDS).data
    assert validate("records", data, BUNDLE.schemas) == []
    evidence_ = {"records": data, "estate": ESTATE, "as_of": as_of}
    question = {"controls": sorted(CONTROLS), "evidence": evidence_}
    found: dict[str, Any] = server.query("lib/batch/verdicts", question)
    assert set(found) == set(CONTROLS)
    return found


def denials(found: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """What is denied, by the control."""
    return {id_: verdict["denials"] for id_, verdict in found.items() if verdict["denials"]}
