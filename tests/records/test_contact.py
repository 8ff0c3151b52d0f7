"""What a record of `contact` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.contact import Contact

GOOD = {
    "id": "CON-1",
    "name": {"en": "A", "zh": "甲"},
    "topic": "expert",
    "cooperation": {"en": "A", "zh": "甲"},
    "desk": {"en": "A", "zh": "甲"},
    "channel": "a@b.example",
}


def read(changes: dict[str, Any]) -> Contact:
    return Contact.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"confirmed": "2026-01-01", "confirmed_by": "P-1"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"confirmed": "2026-01-01"}, "belong together", id="confirmed by nobody"),
        pytest.param({"confirmed_by": "P-1"}, "belong together", id="confirmed on no day"),
        pytest.param({"channel": ""}, "at least 1 character", id="no way to reach it"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
