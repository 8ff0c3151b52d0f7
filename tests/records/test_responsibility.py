"""What a record of `responsibility` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.responsibility import Responsibility

GOOD = {
    "id": "RSP-1",
    "person": "P-1",
    "boundary": {"en": "A", "zh": "甲"},
    "posts": ["POST-1"],
    "sanctions": True,
    "signed": "2026-01-05",
}


def read(changes: dict[str, Any]) -> Responsibility:
    return Responsibility.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"posts": [], "systems": ["SYS-1"], "withdrawn": "2026-01-05"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"posts": []}, "needs `posts` or `systems`", id="it bounds nothing"),
        pytest.param(
            {"withdrawn": "2026-01-04"}, "`withdrawn` is before `signed`", id="withdrawn before it was signed"
        ),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
