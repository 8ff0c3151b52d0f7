"""No mutation of real evidence makes a control content that should not be, and none makes anything crash.

The evidence is what real hosts gave (`data/evidence`). Whatever is done to it, a control may pass only where
`demands` finds on its own that the evidence complies.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import islice
from pathlib import Path as FilePath
from typing import NamedTuple

import pytest
from demands import DEMANDS, complies, irrelevant
from hypothesis import given, settings
from hypothesis import strategies as st
from sparing import may_read
from spoiling import BUNDLE, CONTENT, CONTROLS, GONE, Case, Path, at, findings, kind, paths, place, replaced
from wild import WILD, json_values, key, mutants, near

from hubops import engines, pipeline
from hubops.decisions import OpaServer
from hubops.decisions.reads import reads
from hubops.errors import BrokenInput, UsageError
from hubops.evidence import stored
from hubops.findings import Exceptions, Rules
from hubops.model import Control, Finding, Json, Status, SubjectKind, timestamp
from hubops.profile import Tailored
from hubops.store import Store, open_store

DATA = FilePath(__file__).parent / "data/evidence"
RULES = Rules(Tailored({}, CONTROLS), Exceptions())
# All values at all places take minutes: `make proof` tries them, `make test` takes each away and tries some in its place.
TURNS = 1 if os.environ.get("HUBOPS_TEST_ALL_VALUES") == "1" else 6


class Whole(NamedTuple):
    """The real evidence on one subject; `stage` is `bare` or `applied`."""

    stage: str
    name: str
    kind: SubjectKind
    sections: dict[str, Json]
    as_of: str

    @property
    def controls(self) -> list[Control]:
        return [control for control in CONTROLS.values() if control.subject is self.kind]


def _real() -> Iterator[Whole]:
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        subjects, evidence = stored.read(folder)
        for subject in subjects:
            own = [one for one in evidence if subject.owns(one)]
            sections = {one.section: one.data for one in own}
            yield Whole(
                folder.name, f"{subject.kind} {subject.name}", subject.kind, sections, own[0].collected_at
            )


REAL = list(_real())


def cases(whole: Whole, changed: dict[str, Json], done: list[tuple[Path, Json]]) -> list[Case]:
    """The mutated evidence before each control that reads any of what was changed."""
    how = "; ".join(f"{list(path)} {'dropped' if new is GONE else f'= {new!r:.80}'}" for path, new in done)
    return [
        Case(control, changed, whole.as_of, place(done[-1][0]), f"{whole.stage} {whole.name}: {how}")
        for control in whole.controls
        if any(path[0] in control.evidence and may_read(control.id, path) for path, _ in done)
    ]


def silent(found: list[tuple[Case, Finding]]) -> list[str]:
    """The controls that are content with evidence that does not show what they demand."""
    shown = {Status.PASS: complies, Status.NOT_APPLICABLE: irrelevant}
    return [
        f"{case.control.id} {finding.status}: {case.how}"
        for case, finding in found
        if finding.status in CONTENT and not shown[finding.status](case.control, case.sections, case.as_of)
    ]


def test_a_control_reads_no_kind_of_record_but_those_it_names() -> None:
    """As OPA itself tells, of some."""
    on_records = [control for control in CONTROLS.values() if "records" in control.evidence]
    for control in on_records[::40]:
        for place_ in reads(BUNDLE, engines.ensure("opa"), control):
            assert may_read(control.id, place_), (control.id, place_)
    assert not may_read("people/roster_covered", ("records", "survey", 0))
    assert may_read("people/roster_covered", ("records", "roster", 0, "starts"))


def test_every_control_has_a_second_opinion() -> None:
    assert set(DEMANDS) == set(CONTROLS)


def test_the_second_opinion_is_the_first_on_real_evidence(server: OpaServer) -> None:
    """So that no predicate is empty or demands what no host can give."""
    whole = [Case(c, one.sections, one.as_of, "", one.name) for one in REAL for c in one.controls]
    seen = set()
    for case, finding in findings(server, whole):
        if irrelevant(case.control, case.sections, case.as_of):
            other = Status.NOT_APPLICABLE
        else:
            fine = complies(case.control, case.sections, case.as_of)
            other = Status.PASS if fine else Status.FAIL
        assert finding.status is other, f"{case.control.id} on {case.how}"
        seen.add(finding.status)
    assert seen == {Status.NOT_APPLICABLE, Status.PASS, Status.FAIL}


def spots(whole: Whole) -> Iterator[Path]:
    """Paths to every place, of each one element for each type of value that stands there."""
    seen: dict[str, set[str]] = {}
    for path, value in paths(whole.sections):
        held = seen.setdefault(place(path), set())
        if kind(value) not in held:
            held.add(kind(value))
            yield path


def sweep() -> Iterator[list[Case]]:
    """Every place of every kind of subject with wild values, on evidence that passes or on evidence that fails.

    Where a place is in both, the values take turns, and so they do from place to place; that a place is gone is
    always tried.
    """
    done: set[tuple[str, ...]] = set()
    places = {
        one.stage: {place(path) for other in REAL if other.stage == one.stage for path in spots(other)}
        for one in REAL
    }
    common = set.intersection(*places.values())
    turn = {stage: number for number, stage in enumerate(sorted(places))}
    for whole in REAL:
        for nth, path in enumerate(spots(whole)):
            for number, new in enumerate(mutants(whole.sections, path)):
                if new is not GONE and (
                    (nth + number) % TURNS
                    or (place(path) in common and number % len(turn) != turn[whole.stage])
                ):
                    continue
                about = (whole.stage, whole.kind, place(path), kind(at(whole.sections, path)), key(new))
                if about not in done:
                    done.add(about)
                    yield cases(whole, replaced(whole.sections, path, new), [(path, new)])


def test_no_wild_value_at_any_place_passes_unless_it_complies(
    server: OpaServer, capsys: pytest.CaptureFixture[str]
) -> None:
    counts: Counter[str] = Counter()
    wrong = []
    todo = sweep()
    while some := list(islice(todo, 500)):
        found = findings(server, (case for same in some for case in same))
        counts.update(str(finding.status) for _, finding in found)
        counts["mutations"] += len(some)
        wrong += silent(found)
    with capsys.disabled():
        print(f"\n{dict(counts)}")
    assert wrong == []


@st.composite
def mutated(draw: st.DrawFn) -> list[Case]:
    """Real evidence with up to four places mutated at once, before all controls that read them."""
    whole = draw(st.sampled_from(REAL))
    sections, done = whole.sections, []
    for _ in range(draw(st.integers(1, 4))):
        section = draw(st.sampled_from(sorted(sections)))
        here = [path for path, _ in paths(sections) if path[0] == section]
        where = draw(st.sampled_from(sorted({place(path) for path in here})))
        path = draw(st.sampled_from([path for path in here if place(path) == where]))
        new = draw(json_values if draw(st.integers(0, 5)) == 5 else st.sampled_from(mutants(sections, path)))
        sections = replaced(sections, path, new)
        done.append((path, new))
        if not sections:
            break
    return cases(whole, sections, done)


@settings(max_examples=200)
@given(st.lists(mutated(), min_size=1, max_size=6))
def test_nothing_done_at_several_places_passes_unless_it_complies(
    server: OpaServer, many: list[list[Case]]
) -> None:
    assert silent(findings(server, (case for same in many for case in same))) == []


# -- what `hubops check --evidence` reads


def _documents() -> list[Json]:
    """Stored files, as of now; the last a short one, so that mutations hit what is around the data too."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*/*.json"))]
    dated = re.compile(r'(?<="collected_at":")[^"]*')
    whole = [json.loads(dated.sub(timestamp(), text)) for text in texts]
    short = whole[0]["evidence"]
    return [*whole, {**whole[0], "evidence": [one for one in short if one["section"] in ("os", "time")]}]


DOCUMENTS = _documents()


@st.composite
def stored_bytes(draw: st.DrawFn) -> bytes:
    """A file of stored evidence with up to three places mutated, cut short, or with bytes changed."""
    document = draw(st.sampled_from(DOCUMENTS) | st.just(DOCUMENTS[-1]))
    for _ in range(draw(st.integers(1, 3))):
        known = list(paths(document))
        if not known:
            break
        path, value = draw(st.sampled_from(known))
        beside = at(document, path[:-1])
        new = draw(st.sampled_from([*WILD, *near(value, beside)]) | json_values)
        document = replaced(document, path, new)
    data = json.dumps(document).encode()
    cut = draw(st.none() | st.integers(0, len(data)))
    return data[:cut] if cut is not None and draw(st.booleans()) else data


NO_EVIDENCE = [
    b"",
    b"\xff\xfe\x00",
    b"null",
    b"[]",
    b"{}",
    b"[" * 100_000,
    b"1" * 10_000,
    b'{"form": "hubops/evidence/1"}',
    b'{"form": "hubops/evidence/2", "subject": {}, "evidence": []}',
    json.dumps(DOCUMENTS[-1]).encode("utf-16"),
    json.dumps(DOCUMENTS[-1]).encode() * 2,
    json.dumps(DOCUMENTS[-1]).replace('"data": {', '"data": {"number": 1e999, ', 1).encode(),
]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def judged_from(
    folder: FilePath, data: bytes, server: OpaServer, store: Store
) -> list[tuple[Case, Finding]] | None:
    """What `hubops check --evidence` makes of the one file; None where it is refused for what it is."""
    (folder / "host.json").write_bytes(data)
    try:
        collection = pipeline.Collection("lab", *stored.read(folder))
        results = pipeline.check(
            BUNDLE, collection, RULES, store, lambda: nullcontext(server), lambda said, done, of: None
        )
    except (BrokenInput, UsageError):
        return None
    (subject,) = collection.subjects
    sections = {name: one.data for name, one in collection.of(subject).items()}
    today = f"{results.run.as_of[:10]}T00:00:00Z"
    return [
        (Case(CONTROLS[one.control], sections, today, "", data.decode()), one) for one in results.findings
    ]


@pytest.mark.parametrize("data", NO_EVIDENCE, ids=lambda data: repr(data[:24]))
def test_a_file_that_is_none_is_refused(
    tmp_path: FilePath, server: OpaServer, store: Store, data: bytes
) -> None:
    assert judged_from(tmp_path, data, server, store) is None


@settings(max_examples=200)
@given(data=st.binary(max_size=200) | stored_bytes())
def test_a_file_that_was_tampered_with_is_judged_or_refused(
    server: OpaServer, store: Store, data: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = judged_from(FilePath(folder), data, server, store)
    assert silent(found or []) == []
