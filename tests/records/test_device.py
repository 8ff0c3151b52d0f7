"""A device does not stand in for itself, does each thing once, and nobody saw signatures of days to come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from records.lab import changed

from hubops.errors import BrokenInput

CHECK = {"checked": "2026-11-10", "checked_by": "P-005"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"redundant_with": "DEV-03"}, "`redundant_with` names the device itself"),
        ({"redundant_with": "LINE-01"}, "`redundant_with` names 'LINE-01', which is a line"),
        (
            {"functions": [{"name": "content_filter", **CHECK}, {"name": "content_filter", **CHECK}]},
            "`functions` names one function twice",
        ),
        (
            {"functions": [{"name": "anti_spam", "signatures": "2026-11-11", **CHECK}]},
            "`signatures` is after `checked`",
        ),
        (
            {"functions": [{"name": "anti_spam", **CHECK, "checked_by": "P-404"}]},
            "`functions.checked_by` names 'P-404', which is no record",
        ),
        (
            {"load": {"percent": 20, **CHECK, "checked_by": "POST-02"}},
            "`load.checked_by` names 'POST-02', which is a post",
        ),
        ({"load": {"percent": 101, **CHECK}}, "load.percent"),
    ],
)
def test_a_device_that_cannot_be_is_refused(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    with pytest.raises(BrokenInput) as refused:
        changed(tmp_path, {"DEV-03": fields})
    assert said in str(refused.value)


def test_signatures_of_the_day_of_the_check_are_taken(tmp_path: Path) -> None:
    functions = [{"name": "anti_spam", "signatures": "2026-11-10", **CHECK}]
    assert changed(tmp_path, {"DEV-03": {"functions": functions}})
