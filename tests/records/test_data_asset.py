"""Posts that were found to have access are posts."""

from __future__ import annotations

from pathlib import Path

import pytest
from records.lab import changed

from hubops.errors import BrokenInput


def test_who_was_found_to_have_access_is_a_post(tmp_path: Path) -> None:
    found = {"found": ["POST-02", "P-002"], "checked": "2026-11-11", "checked_by": "P-006"}
    with pytest.raises(BrokenInput, match=r"`access_review.found` names 'P-002', which is a person"):
        changed(tmp_path, {"DATA-01": {"access_review": found}})
