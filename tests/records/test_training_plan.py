"""What a record of `training_plan` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.training_plan import TrainingPlan

GOOD = {
    "id": "TRP-1",
    "post": "POST-1",
    "starts": "2026-01-05",
    "ends": "2026-12-31",
    "emphasis": {"en": "A", "zh": "甲"},
}


def read(changes: dict[str, Any]) -> TrainingPlan:
    return TrainingPlan.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize(
    "changes", [{}, {"ends": "2026-01-05", "approved": "2026-01-01", "approved_by": "POST-1"}]
)
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"ends": "2026-01-04"}, "`ends` is before `starts`", id="it ends before it begins"),
        pytest.param({"approved": "2026-01-01"}, "belong together", id="approved by nobody"),
        pytest.param({"approved_by": "POST-1"}, "belong together", id="approved on no day"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
