"""What a safeguard must not say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.safeguard import Safeguard

UPS = {
    "id": "SG-9",
    "site": "SITE-1",
    "measure": "ups",
    "checked": "2026-10-15",
    "checked_by": "P-002",
    "works": True,
}


def test_who_maintained_it_may_be_left_out_with_when() -> None:
    assert Safeguard.model_validate_json(json.dumps(UPS)).serviced is None
    assert Safeguard.model_validate_json(
        json.dumps({**UPS, "serviced": "2026-10-13", "serviced_by": "ORG-4"})
    ).serviced


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"serviced": "2026-10-13"}, "go together"),
        ({"serviced_by": "ORG-4"}, "go together"),
        ({"measure": "fence"}, "'earthquake_resistance'"),
    ],
)
def test_what_is_half_or_unknown_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Safeguard.model_validate_json(json.dumps({**UPS, **fields}))
