"""What a record of `approval` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.approval import Approval

GOOD = {"id": "APR-1", "matter": "change", "steps": ["POST-1"], "established": "2026-01-01"}


def read(changes: dict[str, Any]) -> Approval:
    return Approval.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize("changes", [{}, {"ended": "2026-01-01"}])
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param(
            {"ended": "2025-12-31"}, "`ended` is before `established`", id="it ended before it began"
        ),
        pytest.param({"steps": []}, "at least 1 item", id="nobody approves"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)
