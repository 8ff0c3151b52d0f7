"""What an operation plan must not say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.operation_plan import OperationPlan

PLAN = {
    "id": "OPL-9",
    "title": {"en": "Running the machine room", "zh": "机房运行方案"},
    "site": "SITE-1",
    "owner": "POST-2",
    "holds": ["duties", "faults"],
    "issued": "2026-03-01",
}


def test_it_may_be_reviewed_and_withdrawn_on_the_day_it_was_issued() -> None:
    plan = OperationPlan.model_validate_json(
        json.dumps({**PLAN, "reviewed": "2026-03-01", "withdrawn": "2026-03-01"})
    )
    assert plan.holds == ("duties", "faults")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"system": "SYS-1"}, "exactly one of `site` and `system`"),
        ({"site": None}, "exactly one of `site` and `system`"),
        ({"reviewed": "2026-02-28"}, "`reviewed` needs an `issued`"),
        ({"withdrawn": "2026-02-28"}, "`withdrawn` needs an `issued`"),
        ({"issued": None, "reviewed": "2026-03-01"}, "`reviewed` needs an `issued`"),
        ({"issued": None, "withdrawn": "2026-03-01"}, "`withdrawn` needs an `issued`"),
        ({"holds": []}, "at least 1"),
        ({"holds": ["lunch"]}, "'duties', 'inspection'"),
    ],
)
def test_what_is_unclear_or_out_of_order_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        OperationPlan.model_validate_json(json.dumps({**PLAN, **fields}))
