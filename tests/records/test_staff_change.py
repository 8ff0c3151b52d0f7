"""What a record of `staff_change` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.staff_change import StaffChange

GOOD = {"id": "CHS-1", "person": "P-1", "topic": "leaving", "effective": "2026-01-05"}


def read(changes: dict[str, Any]) -> StaffChange:
    return StaffChange.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize(
    "changes",
    [{}, {"topic": "transfer", "to_post": "POST-1", "approved": "2026-01-01", "approved_by": "POST-2"}],
)
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param(
            {"topic": "transfer"}, "`to_post` is needed for a `transfer`", id="a transfer to no post"
        ),
        pytest.param(
            {"to_post": "POST-1"},
            "`to_post` is needed for a `transfer` and for nothing else",
            id="leaving to a post",
        ),
        pytest.param({"approved": "2026-01-01"}, "belong together", id="approved by nobody"),
        pytest.param({"approved_by": "POST-1"}, "belong together", id="approved on no day"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
