"""What a record of `assessment` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.assessment import Assessment

GOOD = {
    "id": "ASM-1",
    "person": "P-1",
    "topic": "skills",
    "post": "POST-1",
    "held": "2026-01-01",
    "result": "passed",
    "assessor": "P-2",
}


def read(changes: dict[str, Any]) -> Assessment:
    return Assessment.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"topic": "conduct", "post": None}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"post": None}, "`post` is needed for `skills`", id="skills for no post"),
        pytest.param(
            {"topic": "conduct"},
            "`post` is needed for `skills` and for nothing else",
            id="conduct for a post",
        ),
        pytest.param({"assessor": "P-1"}, "nobody assesses themselves", id="somebody assesses themselves"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
