"""What a record of `inspection` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.inspection import Inspection

GOOD = {
    "id": "INS-1",
    "scope": "routine",
    "held": "2026-01-05",
    "inspectors": ["P-1"],
    "findings": [{"problem": {"en": "A", "zh": "甲"}, "owner": "POST-1", "due": "2026-02-01"}],
}


def read(changes: dict[str, Any]) -> Inspection:
    return Inspection.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"reported": "2026-01-05", "announced": "2026-01-05"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param(
            {"reported": "2026-01-04"}, "`reported` is before `held`", id="reported before it was held"
        ),
        pytest.param(
            {"announced": "2026-01-04"}, "`announced` is before `held`", id="announced before it was held"
        ),
        pytest.param({"inspectors": []}, "at least 1 item", id="nobody inspected"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)


def test_whom_a_part_names_is_a_reference() -> None:
    assert ("findings.0.owner", "post", "POST-1") in read({}).references()
