"""The POA&M is what OSCAL's own schema demands, tells each improvement, and keeps its ids."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oscal_bindings.v1.parser import OscalParseError, parse_plan_of_action_and_milestones

from hubops import bundle, records
from hubops.reports import poam

LAB = [one for one in records.load(bundle.find().inventories / "lab/records") if one["kind"] == "improvement"]
NOW = "2026-11-23T00:00:00Z"
EFFECTS = {"IMP-2026-01": [{"subject": "lab", "status": "pass"}]}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def made(
    improvements: list[dict[str, Any]] = LAB, lang: str = "en", effects: Any = EFFECTS
) -> dict[str, Any]:
    plan: dict[str, Any] = poam.document("lab", improvements, effects, NOW, lang)[
        "plan-of-action-and-milestones"
    ]
    return plan


def refused(plan: dict[str, Any]) -> str:
    """Why OSCAL's schema does not take it, "" where it does: `oscal-bindings` is generated from that schema."""
    try:
        parse_plan_of_action_and_milestones(json.dumps({"plan-of-action-and-milestones": plan}))
    except OscalParseError as error:
        return str(error)
    return ""


def item(plan: dict[str, Any], id_: str) -> dict[str, Any]:
    (found,) = [one for one in plan["poam-items"] if {"improvement", id_} <= set(one["props"][0].values())]
    return dict(found)


def risk(plan: dict[str, Any], id_: str) -> dict[str, Any]:
    (found,) = [
        one for one in plan["risks"] if one["uuid"] == item(plan, id_)["related-risks"][0]["risk-uuid"]
    ]
    return dict(found)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_oscal_takes_the_lab_s_in_either_language(lang: str) -> None:
    plan = made(lang=lang)
    assert refused(plan) == ""
    titles = [one["title"] for place in ("observations", "risks", "poam-items") for one in plan[place]]
    assert len(titles) == 3 * len(LAB)
    assert all(bool(CHINESE.search(title)) == (lang == "zh") for title in titles)


def test_oscal_would_refuse_a_field_that_it_does_not_know() -> None:
    plan = made()
    assert refused({**plan, "owner": "P-001"})
    assert refused({**plan, "poam-items": []})


def test_milestones_are_tasks_and_what_was_done_is_the_log() -> None:
    open_, closed = risk(made(), "IMP-2026-04"), risk(made(), "IMP-2026-03")
    assert (open_["status"], closed["status"]) == ("remediating", "closed")
    assert open_["deadline"] == "2027-06-30T00:00:00+08:00"
    (remediation,) = open_["remediations"]
    assert [task["timing"]["on-date"]["date"][:10] for task in remediation["tasks"]] == [
        "2026-11-20", "2027-04-30", "2027-06-30",
    ]  # fmt: skip
    assert [task["props"][0]["value"] for task in remediation["tasks"]] == ["2026-11-16", "no", "no"]
    log = [(entry["title"].partition(":")[0], entry["start"][:10]) for entry in closed["risk-log"]["entries"]]
    assert log == [
        ("Proposed", "2026-08-03"),
        ("Approved", "2026-08-06"),
        ("Done", "2026-08-24"),
        ("Done", "2026-09-28"),
        ("Effect verified", "2026-11-03"),
        ("Closed", "2026-11-04"),
    ]


def test_an_item_says_where_it_came_from_and_what_shows_its_effect() -> None:
    found = item(made(), "IMP-2026-01")
    assert found["description"] == "Finding of a control: people/training_current"
    assert {"effect-control": "people/training_current", "effect": "lab: pass"}.items() <= {
        prop["name"]: prop["value"] for prop in found["props"]
    }.items()


def test_every_reference_leads_somewhere() -> None:
    plan = made()
    known = {place: {one["uuid"] for one in plan[place]} for place in ("observations", "risks")}
    parties = {one["uuid"] for one in plan["metadata"]["parties"]}
    text = json.dumps(plan)
    assert set(re.findall(r'"observation-uuid": "([^"]+)"', text)) == known["observations"]
    assert set(re.findall(r'"risk-uuid": "([^"]+)"', text)) == known["risks"]
    assert set(re.findall(r'"party-uuid": "([^"]+)"', text)) <= parties


def test_ids_stay_and_the_document_s_own_follows_what_it_says() -> None:
    one, same, other = made(), made(), made(effects={})
    assert one == same
    assert [item["uuid"] for item in one["poam-items"]] == [item["uuid"] for item in other["poam-items"]]
    assert one["uuid"] != other["uuid"]


def test_without_an_improvement_there_is_no_plan() -> None:
    with pytest.raises(ValueError, match="at least one item"):
        made([])


text = st.text(max_size=20)
names = st.builds(lambda en, zh: {"en": f"x{en}", "zh": f"改{zh}"}, text, text)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(str)


@st.composite
def improvement(draw: st.DrawFn) -> dict[str, Any]:
    """Any that the model takes, as `records.load` gives it."""
    opened = draw(st.dates(date(2026, 1, 1), date(2026, 6, 30)))
    later = st.integers(0, 200).map(lambda days: str(opened + timedelta(days=days)))
    approved, verified = draw(st.booleans()), draw(st.booleans())
    kind = draw(
        st.sampled_from(["finding", "complaint", "drill", "incident", "problem", "report", "satisfaction"])
    )
    fields = {
        "id": draw(st.from_regex(r"\A[A-Z][a-z0-9-]{0,8}\Z")),
        "title": draw(names),
        "source": {"kind": kind, "reference": "ssh/root_login_denied" if kind == "finding" else "X-1"},
        "opened": str(opened),
        "proposed_by": "P-1",
        "owner": "P-2",
        "approved": draw(later) if approved else None,
        "approved_by": "P-3" if approved else None,
        "plan": draw(st.none() | names),
        "milestones": draw(
            st.lists(
                st.fixed_dictionaries({"title": names, "due": days, "done": st.none() | days}), max_size=3
            )
        ),
        "evidence": draw(st.none() | names),
        "verified": draw(later) if verified else None,
        "verified_by": "P-3" if verified else None,
        "closed": draw(st.none() | later),
    }
    model = records.KINDS["improvement"].model_validate_json(json.dumps(fields))
    return {"kind": "improvement", **model.model_dump(mode="json")}


@given(st.lists(improvement(), min_size=1, max_size=3, unique_by=lambda one: str(one["id"])))
def test_oscal_takes_whatever_is_recorded(improvements: list[dict[str, Any]]) -> None:
    for lang in ("en", "zh"):
        plan = made(improvements, lang, {})
        assert refused(plan) == ""
        ids = re.findall(r'"uuid": "([^"]+)"', json.dumps(plan))
        assert len(set(ids)) == len(ids)
