"""An evaluation has an index on the scale, of a period that is over."""

from pathlib import Path

import pytest

from hubops import records
from hubops.errors import BrokenInput

PARTY = "- {kind: party, id: ORG-1, name: {en: Institute, zh: 评价机构}, role: supplier, access: false}\n"
EVALUATION = """\
- kind: third_party_evaluation
  id: TPE-1
  starts: 2026-01-01
  ends: 2026-06-30
  group: citizens
  party: ORG-1
  held: 2026-06-30
  index: 80
"""


def load(folder: Path, old: str = "", new: str = "") -> list[dict]:
    assert old in EVALUATION
    (folder / "all.yaml").write_text(PARTY + EVALUATION.replace(old, new), encoding="utf-8")
    return records.load(folder)


@pytest.mark.parametrize("index", ["0", "100", "79.5"])
def test_the_scale_runs_from_0_to_100(tmp_path: Path, index: str) -> None:
    assert load(tmp_path, "index: 80", f"index: {index}")[1]["index"] == float(index)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("index: 80", "index: 100.1", "less than or equal to 100"),
        ("index: 80", "index: -1", "greater than or equal to 0"),
        ("index: 80", "index: .nan", "index"),
        ("ends: 2026-06-30", "ends: 2025-12-31", "`ends` is before `starts`"),
        ("held: 2026-06-30", "held: 2026-06-29", "the period was not over"),
    ],
)
def test_a_result_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(tmp_path, old, new)
