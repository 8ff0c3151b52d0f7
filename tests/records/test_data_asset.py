"""Posts that were found to have access are posts, and the names of backups are those of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from records.lab import BUNDLE, CONTROLS, changed

from hubops.errors import BrokenInput


def test_who_was_found_to_have_access_is_a_post(tmp_path: Path) -> None:
    found = {"found": ["POST-02", "P-002"], "checked": "2026-11-11", "checked_by": "P-006"}
    with pytest.raises(BrokenInput, match=r"`access_review.found` names 'P-002', which is a person"):
        changed(tmp_path, {"DATA-01": {"access_review": found}})


def test_the_data_sets_that_data_may_name_are_those_of_the_lab_s_catalogue() -> None:
    """The profile does not change the default, so a data set that was renamed shows here."""
    settings = yaml.safe_load((BUNDLE.inventories / "lab/group_vars/all.yml").read_text(encoding="utf-8"))
    catalogue = {one["name"] for one in settings["backup_catalogue"]}
    assert set(CONTROLS["data/backed_up"].params["sets"].default) == catalogue
