"""Hypothesis strategies: any results at all, with text that tries to break out of every format."""

from __future__ import annotations

from hypothesis import strategies as st

from hubops.model import (
    Control,
    EvidenceRef,
    Finding,
    Item,
    Remedy,
    Results,
    Run,
    Severity,
    Status,
    Subject,
    SubjectKind,
    Text,
    digest,
)
from hubops.reports import Lang, Report
from hubops.standards import Requirement, Standard

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "]]>&amp;&#0;",
    "=cmd|' /C calc'!A0",
    "\x1b[31mred\x1b]0;title\x07",
    "a\x00b\x0bc\ufffe",
    "\u202egpj.exe",
    "[bold red]markup[/] :smile: [link=https://x.test]x[/link]",
    "line\r\nbreak\ttab",
    "审计管理员、系统管理员",
    "-1+1",
    "",
    " ",
)

text = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
name = text.filter(bool)
scalar = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), text
)
json_value = st.recursive(
    scalar,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(text, inner, max_size=3)),
    max_leaves=6,
)
both = st.builds(Text, en=text, zh=text)
remedy = st.one_of(st.builds(Remedy), st.builds(Remedy, role=name, tag=name), st.builds(Remedy, manual=both))
items = st.lists(st.builds(Item, item=text, expected=json_value, actual=json_value), max_size=3).map(tuple)
evidence = st.lists(
    st.builds(EvidenceRef, section=text, digest=text.map(digest), collected_at=text), max_size=2
).map(tuple)
control_id = st.builds("{}/{}".format, name, name)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report on up to three subjects and three controls, not all of which it was given."""
    kinds = st.sampled_from(list(SubjectKind))
    platforms = st.sampled_from([None, "container", "vm", "quantum"])
    subjects = draw(
        st.lists(
            st.builds(Subject, name=name, kind=kinds, platform=platforms, zone=st.none() | text),
            max_size=3,
            unique_by=lambda subject: (subject.kind, subject.name),
        )
    )
    ids = draw(st.lists(control_id, max_size=3, unique=True))
    findings = [
        draw(
            st.builds(
                Finding,
                control=st.just(id_),
                subject=st.just(subject.name),
                subject_kind=st.just(subject.kind),
                status=st.sampled_from(list(Status)),
                severity=st.sampled_from(list(Severity)),
                requirements=st.lists(text, max_size=2).map(tuple),
                items=items,
                reason=st.none() | both,
                evidence=evidence,
                remedy=remedy,
                since=st.none() | text,
            )
        )
        for id_ in ids
        for subject in subjects
    ]
    run = draw(st.builds(Run, id=text, started=text, finished=text, bundle=text, as_of=text))
    results = Results(
        run=run,
        subjects=tuple(draw(st.permutations(subjects))),
        findings=tuple(draw(st.permutations(findings))),
    )
    controls = {id_: draw(_control(id_)) for id_ in ids[:2]}
    lang: Lang = draw(st.sampled_from(("en", "zh")))
    before = draw(st.sampled_from([None, results]))
    standards = draw(st.dictionaries(text, _standard, max_size=1))
    return Report(results, controls, lang, before, tuple(draw(st.lists(both, max_size=1))), standards)


# The one that `_control` names, and one without a control.
_standard = st.builds(
    lambda title, chapter, wanted: Standard(
        title.en,
        title,
        {"HUB-A": chapter},
        {id_: Requirement(id_, wanted, "HUB-A") for id_ in ("HUB-A1", "HUB-A2")},
    ),
    both,
    both,
    both,
)


def _control(id_: str) -> st.SearchStrategy[Control]:
    return st.builds(
        Control,
        id=st.just(id_),
        title=text,
        title_zh=text,
        description=text,
        description_zh=text,
        severity=st.sampled_from(list(Severity)),
        subject=st.sampled_from(list(SubjectKind)),
        requirements=st.just(("HUB-A1",)),
        evidence=st.just(("sshd",)),
        max_age_seconds=st.just(60),
        params=st.just({}),
        remedy=remedy,
        digest=st.just(digest(None)),
    )
