"""Improvements as an OSCAL plan of action and milestones (POA&M), for tools that read NIST's format.

A hub's improvement is a POA&M item with the observation that it began with and the risk that is treated: its
milestones are the tasks of the risk's remediation, and what was done when, and by whom, is the risk's log. The
fields are those of OSCAL 1.1. Ids derive from the hub's and the improvement's, so that they stay from one export
to the next; the document's own changes with what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hubops import __version__
from hubops.model import Json, Text, canonical

OSCAL_VERSION = "1.1.3"
_NS = "urn:hubops:oscal"

_TITLE = Text(en="Improvements of the hub", zh="中枢改进事项")
_SOURCE = {
    "finding": Text(en="Finding of a control", zh="控制项检查结果"),
    "complaint": Text(en="Complaint", zh="用户投诉"),
    "drill": Text(en="Drill", zh="应急演练"),
    "incident": Text(en="Security incident", zh="安全事件"),
    "problem": Text(en="Problem of maintenance", zh="运维问题"),
    "report": Text(en="Report on operation", zh="运行报告"),
    "satisfaction": Text(en="Review of satisfaction", zh="满意度评审"),
}
_DONE = Text(en="Done", zh="完成")
_COLON = Text(en=": ", zh="：")
_STEPS = {
    "opened": ("proposed_by", Text(en="Proposed", zh="提出"), "open"),
    "approved": ("approved_by", Text(en="Approved", zh="批准"), "remediating"),
    "verified": ("verified_by", Text(en="Effect verified", zh="成效验证"), None),
    "closed": (None, Text(en="Closed", zh="关闭"), "closed"),
}


def document(
    hub: str,
    improvements: Iterable[Mapping[str, Json]],
    effects: Mapping[str, Iterable[Mapping[str, Json]]],
    as_of: str,
    lang: str,
) -> dict[str, Json]:
    """The POA&M of a hub's improvements (as the records stage gives them), in one language.

    `effects` says by improvement how the control stands that shows its effect: `{subject, status}` each.
    Raises ValueError where there is no improvement: OSCAL knows no plan without an item.
    """
    listed = list(improvements)
    if not listed:
        raise ValueError("a plan of action and milestones has at least one item")
    built = [_Built(hub, one, list(effects.get(one["id"], ())), lang) for one in listed]
    people = sorted({one for improvement in listed for one in _people(improvement)})
    content = {
        "metadata": {
            "title": f"{_TITLE.of(lang)}{_COLON.of(lang)}{hub}",
            "last-modified": as_of,
            "version": as_of,
            "oscal-version": OSCAL_VERSION,
            "props": [_prop("generator", f"hubops {__version__}")],
            "roles": [{"id": "owner", "title": Text(en="Owner", zh="责任人").of(lang)}],
            "parties": [{"uuid": _id(hub, who), "type": "person", "name": who} for who in people],
        },
        "system-id": {"identifier-type": _NS, "id": hub},
        "observations": [one.observation() for one in built],
        "risks": [one.risk() for one in built],
        "poam-items": [one.item() for one in built],
    }
    return {
        "plan-of-action-and-milestones": {
            "uuid": str(uuid5(NAMESPACE_URL, canonical(content).decode())),
            **content,
        }
    }


def source(improvement: Mapping[str, Json], lang: str) -> str:
    """Where an improvement's problem was seen, as a person reads it."""
    of = improvement["source"]
    at = f" ({of['subject']})" if of["subject"] else ""
    return _line(f"{_SOURCE[of['kind']].of(lang)}{_COLON.of(lang)}{of['reference']}{at}")


def _people(improvement: Mapping[str, Json]) -> Iterator[str]:
    for field in ("proposed_by", "owner", "approved_by", "verified_by"):
        if improvement[field]:
            yield improvement[field]


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join((_NS, *parts))))


def _prop(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": _NS, "value": value}


def _line(text: str) -> str:
    """A text as a title, which has one line in OSCAL."""
    return " ".join(text.split())


def _moment(day: str) -> str:
    """A day of China Standard Time as OSCAL writes moments."""
    return f"{day}T00:00:00+08:00"


class _Built:
    """The three places of a POA&M in which one improvement is told, with what they refer to each other by."""

    def __init__(
        self, hub: str, improvement: Mapping[str, Json], effects: list[Mapping[str, Json]], lang: str
    ) -> None:
        self.hub, self.one, self.effects, self.lang = hub, improvement, effects, lang
        self.title = _line(improvement["title"][lang])
        self.source = source(improvement, lang)

    def id(self, *parts: str) -> str:
        return _id(self.hub, self.one["id"], *parts)

    def observation(self) -> dict[str, Any]:
        """What began it: a control's finding was tested, everything else examined."""
        found = self.one["source"]["kind"] == "finding"
        return {
            "uuid": self.id("observation"),
            "title": self.source,
            "description": self.source,
            "methods": ["TEST" if found else "EXAMINE"],
            "types": ["finding" if found else self.one["source"]["kind"]],
            "collected": _moment(self.one["opened"]),
        }

    def risk(self) -> dict[str, Any]:
        one = self.one
        status = "closed" if one["closed"] else "remediating" if one["approved"] else "open"
        plan = one["plan"][self.lang] if one["plan"] else self.title
        tasks = [self._task(n, step) for n, step in enumerate(one["milestones"], 1)]
        deadline = max((step["due"] for step in one["milestones"]), default=None)
        remediation = {
            "uuid": self.id("remediation"),
            "lifecycle": "completed" if one["closed"] else "planned",
            "title": self.title,
            "description": plan,
            "tasks": tasks or None,
        }
        risk = {
            "uuid": self.id("risk"),
            "title": self.title,
            "description": self.source,
            "statement": self.title,
            "status": status,
            "deadline": _moment(deadline) if deadline else None,
            "remediations": [_known(remediation)],
            "risk-log": {"entries": sorted(self._log(), key=lambda entry: entry["start"])},
            "related-observations": [{"observation-uuid": self.id("observation")}],
        }
        return _known(risk)

    def item(self) -> dict[str, Any]:
        one = self.one
        evidence = f"\n\n{one['evidence'][self.lang]}" if one["evidence"] else ""
        props = [_prop("improvement", one["id"])]
        control = one["source"]["reference"] if one["source"]["kind"] == "finding" else one["control"]
        if control:
            props.append(_prop("effect-control", control))
        props += [_prop("effect", f"{effect['subject']}: {effect['status']}") for effect in self.effects]
        return {
            "uuid": self.id("item"),
            "title": self.title,
            "description": self.source + evidence,
            "props": props,
            "related-observations": [{"observation-uuid": self.id("observation")}],
            "related-risks": [{"risk-uuid": self.id("risk")}],
        }

    def _task(self, number: int, step: Mapping[str, Json]) -> dict[str, Any]:
        return {
            "uuid": self.id("task", str(number)),
            "type": "milestone",
            "title": _line(step["title"][self.lang]),
            "props": [_prop("done", step["done"] or "no")],
            "timing": {"on-date": {"date": _moment(step["due"])}},
            "responsible-roles": [{"role-id": "owner", "party-uuids": [_id(self.hub, self.one["owner"])]}],
        }

    def _log(self) -> Iterator[dict[str, Any]]:
        """What was done when, and by whom."""
        for step, (field, title, status) in _STEPS.items():
            if self.one[step]:
                by = self.one[field] if field else None
                yield self._entry(step, title.of(self.lang), self.one[step], by, status)
        for number, step in enumerate(self.one["milestones"], 1):
            if step["done"]:
                done = f"{_DONE.of(self.lang)}{_COLON.of(self.lang)}{_line(step['title'][self.lang])}"
                yield self._entry(f"done/{number}", done, step["done"], None, None)

    def _entry(self, what: str, title: str, day: str, by: str | None, status: str | None) -> dict[str, Any]:
        entry = {
            "uuid": self.id("log", what),
            "title": title,
            "start": _moment(day),
            "logged-by": [{"party-uuid": _id(self.hub, by)}] if by else None,
            "status-change": status,
        }
        return _known(entry)


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """What is known: OSCAL leaves out the rest."""
    return {name: value for name, value in fields.items() if value is not None}
