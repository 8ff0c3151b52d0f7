"""What the kinds of record on assets, operation, changes and incidents refuse."""

import json
from typing import Any

import pytest
from pydantic import ValidationError
from records.lab import LAB

from hubops import records
from hubops.records import KINDS

BY_ID: dict[str, dict[str, Any]] = {record["id"]: record for record in records.load(LAB)}


@pytest.mark.parametrize(
    ("id_", "changes", "refused"),
    [
        ("AST-01", {"inventoried": None}, "needed both or neither"),
        ("AST-01", {"disposed": "2023-01-01"}, "`disposed` is before `acquired`"),
        ("AST-01", {"tag": ""}, "at least 1 character"),
        ("MED-01", {"counted_by": None}, "needed both or neither"),
        ("MED-01", {"disposed": "2026-01-01"}, "`disposed` is before `archived`"),
        ("HND-2026-01", {"asset": "AST-01"}, "exactly one of `asset` and `media`"),
        ("HND-2026-01", {"media": None}, "exactly one of `asset` and `media`"),
        ("HND-2026-01", {"approved": None}, "needed both or neither"),
        ("HND-2026-01", {"receiver": None}, "needed both or neither"),
        ("HND-2026-01", {"received": "2026-01-07"}, "`received` is before `day`"),
        ("PRC-01", {"reviewed_by": None}, "needed both or neither"),
        ("PRC-01", {"withdrawn": "2024-01-01"}, "not after it"),
        ("OCK-2026-01", {"starts": "2026-10-01"}, "`ends` is before `starts`"),
        ("OCK-2026-01", {"done": "2026-09-29"}, "the period is not over"),
        ("OUT-01", {"approved_by": None}, "needed both or neither"),
        ("OUT-01", {"checked": None}, "needed both or neither"),
        ("OUT-01", {"closed": "2023-03-26"}, "`closed` is before `opened`"),
        ("ACC-2026-01", {"connection": "OUT-02"}, "needed where `form` is remote, and nowhere else"),
        ("ACC-2026-03", {"connection": None}, "needed where `form` is remote, and nowhere else"),
        ("ACC-2026-01", {"approved": None}, "needed both or neither"),
        ("ACC-2026-01", {"cleaned_by": None}, "needed both or neither"),
        ("ACC-2026-01", {"until": "2026-10-27"}, "`until` is before `opened`"),
        ("ACC-2026-01", {"closed": "2026-10-27"}, "`closed` is before `opened`"),
        ("OSC-01", {"expires": "2025-10-08"}, "`expires` is before `signed`"),
        ("OSC-01", {"assessed": None}, "needed both or neither"),
        ("PRB-2026-01", {"due": "2026-08-02"}, "`due` is before `opened`"),
        ("PRB-2026-01", {"closed": "2026-08-02"}, "`closed` is before `opened`"),
        ("RSK-2026-01", {"accepted_by": "POST-01"}, "needed both or neither"),
        ("RSK-2026-01", {"due": "2026-05-19"}, "`due` is before `identified`"),
        ("RSK-2026-01", {"closed": "2026-05-19"}, "`closed` is before `identified`"),
        ("CHG-2026-01", {"approved": None}, "needed both or neither"),
        ("CHG-2026-01", {"accepted_by": None}, "needed both or neither"),
        ("CHG-2026-01", {"outcome": None}, "needed all or none"),
        ("CHG-2026-01", {"done": "2026-09-20"}, "`done` is before `requested`"),
        ("INC-2026-01", {"reported_to": None}, "needed both or neither"),
        ("INC-2026-01", {"plan": None}, "`plan_failed` needs the `plan`"),
        ("INC-2026-01", {"reported": "2026-05-05"}, "`reported` is before `found`"),
        ("INC-2026-01", {"authority_told": "2026-05-05"}, "`authority_told` is before `found`"),
        ("INC-2026-01", {"closed": "2026-05-05"}, "`closed` is before `found`"),
    ],
)
def test_what_cannot_be_is_refused(id_: str, changes: dict[str, Any], refused: str) -> None:
    fields = {name: value for name, value in BY_ID[id_].items() if name != "kind"}
    model = KINDS[BY_ID[id_]["kind"]]
    model.model_validate_json(json.dumps(fields))
    with pytest.raises(ValidationError, match=refused):
        model.model_validate_json(json.dumps({**fields, **changes}))
