"""What a record of `committee` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.committee import Committee

GOOD = {
    "id": "LG-1",
    "title": {"en": "A", "zh": "甲"},
    "document": "D-1",
    "founded": "2026-01-01",
    "head": "P-1",
    "head_by": "leader",
    "members": ["P-2"],
    "duties": [{"en": "A", "zh": "甲"}],
}


def read(changes: dict[str, Any]) -> Committee:
    return Committee.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"dissolved": "2026-01-01"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param(
            {"dissolved": "2025-12-31"},
            "`dissolved` is before `founded`",
            id="it was dissolved before it was founded",
        ),
        pytest.param(
            {"members": ["P-1", "P-2"]}, "names the head again", id="the head is a member once more"
        ),
        pytest.param({"duties": []}, "at least 1 item", id="it has no duties"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
