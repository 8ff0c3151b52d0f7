"""What a record of `meeting` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.meeting import Meeting

GOOD = {
    "id": "MTG-1",
    "topic": "regular",
    "held": "2026-01-05",
    "chair": "P-1",
    "attended": ["P-2"],
    "actions": [{"what": {"en": "A", "zh": "甲"}, "owner": "P-2", "due": "2026-02-01"}],
}


def read(changes: dict[str, Any]) -> Meeting:
    return Meeting.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"minutes": "2026-01-05"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param(
            {"minutes": "2026-01-04"}, "`minutes` is before `held`", id="minutes before it was held"
        ),
        pytest.param({"attended": []}, "at least 1 item", id="nobody attended"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)


def test_whom_a_part_names_is_a_reference() -> None:
    assert ("actions.0.owner", "person", "P-2") in read({}).references()
