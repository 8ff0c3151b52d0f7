"""Records become evidence: one list a kind, empty where nothing is recorded."""

import pytest

from hubops.evidence import records
from hubops.model import Text

AS_OF = "2026-11-23T00:00:00Z"
WHY = Text(en="person.yaml:3: `id` is missing", zh="person.yaml:3：缺少 `id`")


def test_records_are_listed_by_kind_and_sorted() -> None:
    given = [{"kind": "drill", "id": "B"}, {"kind": "drill", "id": "A"}]
    evidence = records.section("lab", given, AS_OF, kinds=["drill", "party"])
    assert evidence.data == {"hub": "lab", "drill": [{"id": "A"}, {"id": "B"}], "party": [], "unreadable": []}
    assert (evidence.subject, evidence.section, evidence.collected_at) == ("lab", "records", AS_OF)
    assert evidence.digest == records.section("lab", given[::-1], AS_OF, kinds=["drill", "party"]).digest


def test_a_kind_that_nobody_declared_is_an_error() -> None:
    with pytest.raises(ValueError, match="'drill' is none of"):
        records.section("lab", [{"kind": "drill", "id": "A"}], AS_OF, kinds=["party"])


def test_records_that_cannot_be_read_are_an_error_and_no_data() -> None:
    evidence = records.broken("lab", WHY, AS_OF)
    assert evidence.data is None
    assert evidence.error == WHY
