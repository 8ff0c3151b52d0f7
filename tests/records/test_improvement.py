"""An improvement begins with something that is recorded or found, and each act has its day and its person."""

from pathlib import Path

import pytest

from hubops import records
from hubops.errors import BrokenInput

OTHERS = """\
- {kind: party, id: ORG-1, name: {en: Operator, zh: 运行单位}, role: operator, access: true}
- {kind: person, id: P-1, party: ORG-1, employment: full_time, access: true, joined: 2023-03-01}
- {kind: complaint, id: CMP-1, received: 2026-07-01, channel: hotline, group: citizens, matter: {en: a, zh: 一}, due: 2026-07-09}
"""
IMPROVEMENT = """\
- kind: improvement
  id: IMP-1
  title: {en: Users are told in time, zh: 及时告知}
  source: {kind: complaint, reference: CMP-1}
  opened: 2026-07-02
  proposed_by: P-1
  owner: P-1
  approved: 2026-07-02
  approved_by: P-1
  verified: 2026-07-02
  verified_by: P-1
  closed: 2026-07-02
"""
COMPLAINT = "source: {kind: complaint, reference: CMP-1}"


def load(folder: Path, old: str = "", new: str = "") -> list[dict]:
    assert old in IMPROVEMENT
    (folder / "all.yaml").write_text(OTHERS + IMPROVEMENT.replace(old, new), encoding="utf-8")
    return records.load(folder)


def test_all_may_be_done_in_one_day(tmp_path: Path) -> None:
    assert len(load(tmp_path)) == 4


def test_it_may_begin_with_a_control_s_finding(tmp_path: Path) -> None:
    finding = "source: {kind: finding, reference: ssh/root_login_denied, subject: hub-1}"
    assert load(tmp_path, COMPLAINT, finding)[1]["source"]["subject"] == "hub-1"


def test_a_control_may_show_the_effect_of_what_began_elsewhere(tmp_path: Path) -> None:
    assert load(tmp_path, COMPLAINT, f"{COMPLAINT}\n  control: a/b")[1]["control"] == "a/b"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("reference: CMP-1", "reference: CMP-2", "`source.reference` names 'CMP-2', which is no record"),
        (
            "kind: complaint, reference",
            "kind: drill, reference",
            "which is a complaint; valid: the id of a drill",
        ),
        ("kind: complaint, reference", "kind: finding, reference", "is a control's id"),
        ("kind: complaint, reference", "kind: rumour, reference", "`source.kind`"),
        ("reference: CMP-1", "reference: CMP-1, subject: hub-1", "`source.subject` is for a finding"),
        (
            COMPLAINT,
            "source: {kind: finding, reference: a/b}\n  control: a/b",
            "`control` is left out where the source is a finding",
        ),
        ("opened: 2026-07-02", "opened: 2026-07-03", "`approved` is before `opened`"),
        ("closed: 2026-07-02", "closed: 2026-07-01", "`closed` is before `opened`"),
        ("  approved: 2026-07-02\n", "", "`approved` and `approved_by` go together"),
        ("  verified_by: P-1\n", "", "`verified` and `verified_by` go together"),
        ("owner: P-1", "owner: P-9", "`owner` names 'P-9'"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(tmp_path, old, new)
