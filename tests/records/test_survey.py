"""The figures of a survey add up, and are those of a period that is over."""

from pathlib import Path

import pytest

from hubops import records
from hubops.errors import BrokenInput

PEOPLE = """\
- {kind: party, id: ORG-1, name: {en: Operator, zh: 运行单位}, role: operator, access: true}
- {kind: person, id: P-1, party: ORG-1, employment: full_time, access: true, joined: 2023-03-01}
"""
SURVEY = """\
- kind: survey
  id: SRV-1
  starts: 2026-01-01
  ends: 2026-06-30
  group: citizens
  method: online
  asked: 100
  answered: 40
  scores: {very_dissatisfied: 1, dissatisfied: 4, neutral: 10, satisfied: 15, very_satisfied: 10}
  compiled: 2026-06-30
  compiled_by: P-1
"""


def load(folder: Path, old: str = "", new: str = "") -> list[dict]:
    assert old in SURVEY
    (folder / "all.yaml").write_text(PEOPLE + SURVEY.replace(old, new), encoding="utf-8")
    return records.load(folder)


def test_it_may_be_compiled_on_the_last_day(tmp_path: Path) -> None:
    assert len(load(tmp_path)) == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ends: 2026-06-30", "ends: 2025-12-31", "`ends` is before `starts`"),
        ("compiled: 2026-06-30", "compiled: 2026-06-29", "the period was not over"),
        ("asked: 100", "asked: 39", "more `answered` than were `asked`"),
        ("neutral: 10", "neutral: 11", "do not add up to `answered`"),
        ("neutral: 10", "neutral: -10", "greater than or equal to 0"),
        (", very_satisfied: 10", "", "`scores.very_satisfied` is missing"),
        ("group: citizens", "group: everybody", "'agencies', 'enterprises' or 'citizens'"),
        ("compiled_by: P-1", "compiled_by: P-2", "which is no record"),
    ],
)
def test_figures_that_cannot_be_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(tmp_path, old, new)
