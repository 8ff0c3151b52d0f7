"""What a record of `external_access` refuses."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.external_access import ExternalAccess

GOOD = {
    "id": "EXT-1",
    "topic": "visit",
    "purpose": {"en": "A", "zh": "甲"},
    "site": "SITE-1",
    "starts": "2026-01-05",
    "ends": "2026-01-05",
    "approvals": [{"post": "POST-1", "given": "2026-01-04"}],
}


def read(changes: dict[str, Any]) -> ExternalAccess:
    return ExternalAccess.model_validate_json(json.dumps({**GOOD, **changes}))


@pytest.mark.parametrize(
    "changes", [{}, {"topic": "system", "site": None, "system": "SYS-1", "cleared": "2026-01-05"}]
)
def test_what_is_sound_is_taken(changes: dict[str, Any]) -> None:
    assert read(changes).id == GOOD["id"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"ends": "2026-01-04"}, "`ends` is before `starts`", id="it ends before it begins"),
        pytest.param(
            {"cleared": "2026-01-04"}, "`cleared` is before `starts`", id="it was cleared before it began"
        ),
        pytest.param({"site": None}, "`site` is needed for a `visit`", id="a visit to no site"),
        pytest.param({"topic": "system", "site": None}, "`system` is needed", id="access to no system"),
        pytest.param(
            {"system": "SYS-1"},
            "`system` is needed for access to a `system` and for nothing else",
            id="a visit to a system",
        ),
    ],
)
def test_what_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        read(changes)


def test_whom_a_part_names_is_a_reference() -> None:
    assert ("approvals.0.post", "post", "POST-1") in read({}).references()
