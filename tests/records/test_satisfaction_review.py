"""A review is compiled after its period and decided upon after that, by some post."""

from pathlib import Path

import pytest

from hubops import records
from hubops.errors import BrokenInput

OTHERS = """\
- {kind: party, id: ORG-1, name: {en: Operator, zh: 运行单位}, role: operator, access: true}
- {kind: person, id: P-1, party: ORG-1, employment: full_time, access: true, joined: 2023-03-01}
- {kind: post, id: POST-1, title: {en: Head, zh: 负责人}, role: manager, key: true}
"""
REVIEW = """\
- kind: satisfaction_review
  id: SAT-1
  starts: 2026-01-01
  ends: 2026-06-30
  complaints: 0
  compiled: 2026-06-30
  compiled_by: P-1
  decided: 2026-06-30
  decided_by: POST-1
"""


def load(folder: Path, old: str = "", new: str = "") -> list[dict]:
    assert old in REVIEW
    (folder / "all.yaml").write_text(OTHERS + REVIEW.replace(old, new), encoding="utf-8")
    return records.load(folder)


def test_all_may_be_done_in_one_day(tmp_path: Path) -> None:
    assert len(load(tmp_path)) == 4


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ends: 2026-06-30", "ends: 2025-12-31", "`ends` is before `starts`"),
        ("compiled: 2026-06-30", "compiled: 2026-06-29", "the period was not over"),
        ("decided: 2026-06-30", "decided: 2026-06-29", "`decided` is before `compiled`"),
        ("  decided: 2026-06-30\n", "", "`decided` and `decided_by` go together"),
        ("  decided_by: POST-1\n", "", "`decided` and `decided_by` go together"),
        ("complaints: 0", "complaints: 0\n  surveys: [P-1]", "valid: the id of a survey"),
    ],
)
def test_what_is_out_of_order_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(tmp_path, old, new)
