"""What a site must not say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.site import Site

ROOM = {
    "id": "SITE-9",
    "title": {"en": "Machine room", "zh": "机房"},
    "purpose": "machine_room",
    "owner": "POST-1",
    "opened": "2026-03-01",
}


def test_it_may_close_on_the_day_it_opened() -> None:
    assert Site.model_validate_json(json.dumps({**ROOM, "closed": "2026-03-01"})).closed


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"closed": "2026-02-28"}, "`closed` is before `opened`"),
        ({"floor": "third"}, "'basement', 'top' or 'between'"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Site.model_validate_json(json.dumps({**ROOM, **fields}))
