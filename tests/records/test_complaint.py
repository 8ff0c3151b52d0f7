"""A complaint is received, answered and closed in this order, and closed with an outcome."""

from pathlib import Path

import pytest

from hubops import records
from hubops.errors import BrokenInput

COMPLAINT = """\
- id: CMP-1
  received: 2026-07-01
  channel: hotline
  group: citizens
  matter: {en: Old data, zh: 数据陈旧}
  due: 2026-07-01
  answered: 2026-07-01
  closed: 2026-07-01
  outcome: unjustified
"""


def load(folder: Path, old: str = "", new: str = "") -> list[dict]:
    assert old in COMPLAINT
    (folder / "complaint.yaml").write_text(COMPLAINT.replace(old, new), encoding="utf-8")
    return records.load(folder)


def test_all_may_be_done_in_one_day(tmp_path: Path) -> None:
    assert len(load(tmp_path)) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("due: 2026-07-01", "due: 2026-06-30", "`due` is before `received`"),
        ("answered: 2026-07-01", "answered: 2026-06-30", "`answered` is before `received`"),
        ("answered: 2026-07-01", "answered: 2026-07-02", "`closed` needs an `answered`"),
        ("  answered: 2026-07-01\n", "", "`closed` needs an `answered`"),
        ("  outcome: unjustified\n", "", "`closed` and `outcome` go together"),
        ("  closed: 2026-07-01\n", "", "`closed` and `outcome` go together"),
        (
            "outcome: unjustified",
            "outcome: unjustified\n  improvement: CMP-1",
            "valid: the id of a improvement",
        ),
    ],
)
def test_what_is_out_of_order_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(tmp_path, old, new)
