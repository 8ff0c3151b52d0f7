"""No silent pass: evidence that breaks, goes missing or falls empty makes no control content that failed.

Each control's failing examples are spoilt and go the real way: schema, OPA, judge. What the schema refuses
is an error. Where it refuses nothing the control must still fail, unless `COMPLIES` says why the absence
is there just what the control demands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from spoiling import BUNDLE, CONTENT, CONTROLS, GONE, Case, Path, findings, kind, paths, place, spoilt

from hubops.decisions import OpaServer
from hubops.evidence.schema import validate
from hubops.model import Finding, Json, Status

# Why nothing at a place is what a control demands; a place is named without positions in lists, and what
# holds for a list holds for one element less. That a list may be short of what must be there is other
# controls' business where the reason names one.
_ACCOUNT = "an account that does not exist breaks no rule; the schema demands that there be some"
_FOUND = "the list is what was found amiss or open; an empty one says that the search found nothing"
_HOST = "a host that the stack does not declare breaks no rule; without any the control is not applicable"
_POST = "a post that does not exist demands nothing; without any the control fails"
_STAFF = "somebody who is not on the staff owes nothing; without anybody the control fails"
_DRAFT = "a plan that is not issued is not in force; emergency/plan_per_scenario demands those that must be"
_WAIVER = "an exception that was never made excuses nothing; without any the control is not applicable"
_NO_END = "without an end it holds for ever, as the schema says"
COMPLIES: dict[str, dict[str, str]] = {
    "accounts/home_directories_private": {
        "accounts.users": _ACCOUNT,
        "accounts.users[].home_mode": "null: there is no such directory",
    },
    "accounts/ids_unique": {"accounts.users": _ACCOUNT},
    "accounts/no_empty_passwords": {"accounts.users": _ACCOUNT},
    "accounts/only_root_has_uid_zero": {"accounts.users": _ACCOUNT},
    "accounts/password_hashes_strong": {"accounts.users": _ACCOUNT},
    "accounts/system_accounts_locked": {"accounts.users": _ACCOUNT},
    "emergency/indicators_set": {
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
    },
    "emergency/plans_drilled": {
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
    },
    "emergency/plans_revised": {
        "records.drill": "a drill that was not held showed nothing; emergency/plans_drilled demands it",
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
    },
    "files/identity_files_protected": {
        "files.identity": "backups and shadow files need not exist; the schema demands that there be some",
        "files.shadow_group": _FOUND,
    },
    "files/schedules_private": {"files.schedules": "neither cron nor at is installed"},
    "files/unowned_absent": {"files.unowned": _FOUND},
    "files/world_writable_absent": {"files.world_writable": _FOUND},
    "kernel/settings_persistent": {
        "sysctl.settings": "a key that nobody declares or watches; the other kernel controls demand theirs",
        "sysctl.settings[].running": "declared as optional, and this kernel lacks the key",
    },
    "listeners/risky_ports_closed": {"listeners.listeners": _FOUND},
    "logging/files_private": {"logging.open_files": _FOUND},
    "logging/forwarder_running": {
        "logging.rsyslog.forwards": "there is no connection to judge; logging/forwarded demands one",
    },
    "logging/retention_sufficient": {
        "logging.rotation": "what no rule rotates is kept for ever",
        "logging.rotation[].kept_days": "null: for ever",
        "logging.rotation[].logs": "a rule that names no log deletes none",
    },
    "logging/server_receives": {
        "logging.rsyslog.inputs": "no input breaks the rule; without any the host is no log server",
    },
    "packages/cleartext_servers_absent": {
        "packages.installed": "it is not installed; the schema demands that something be",
    },
    "packages/sources_authenticated": {
        "packages.apt.allow_insecure_repositories": "null: not set, which is off",
        "packages.sources": "nothing is fetched from a source that is not there",
        "packages.sources[].trusted": "null: not set, so signatures are checked",
    },
    "people/agreements_signed": {
        "records.agreement[].expires": _NO_END,
        "records.person": _STAFF,
    },
    "people/certificates_held": {
        "records.person[].certificates[].expires": _NO_END,
        "records.post": _POST,
        "records.post[].primary": "nobody holds the post; people/deputies_named judges vacancies",
        "records.post[].requires": "the post demands no certificate",
    },
    "people/conflicting_posts_separated": {
        "records.post[].deputy": "nobody deputises, so nobody has both posts; people/deputies_named judges that",
    },
    "people/deputies_named": {
        "records.person[].left": "null: still there, so the post is held",
        "records.post": _POST,
    },
    "people/leavers_access_withdrawn": {
        "records.person": "nobody left; without anybody the control fails",
        "records.person[].left": "null: still there",
    },
    "people/training_current": {"records.person": _STAFF},
    "regimes/posts_have_norms": {"records.post": _POST},
    "regimes/topics_covered": {"records.regime[].withdrawn": "null: never withdrawn, so in force"},
    "services/failed_absent": {"services.failed": _FOUND},
    "ssh/host_keys_strong": {
        "sshd.host_keys": "a key that is not shown is not weak; the schema demands that one be shown",
    },
    "ssh/settings_not_overridden": {"sshd.matches": _FOUND},
    "stack/containers_unprivileged": {
        "plan.hosts": _HOST,
        "plan.hosts[].capabilities": "none are added; what is not known is named in `unknown` and unreadable",
    },
    "stack/data_protected": {"plan.hosts": _HOST},
    "stack/hosts_zoned": {"plan.hosts": _HOST},
    "stack/images_pinned": {"plan.hosts": _HOST},
    "stack/management_zone_separate": {
        "plan.hosts": _HOST,
        "plan.hosts[].role": "a host without a role manages nothing, and is not in the management zone",
        "plan.hosts[].zone": "a host in no zone is not in the management zone; stack/hosts_zoned denies it",
    },
    "stack/owners_named": {"plan.hosts": _HOST},
    "stack/secrets_encrypted": {
        "plan.resources": "a resource that the stack does not declare shows no secret",
        "plan.resources[].properties": "a property that is not there shows no secret",
    },
    "waivers/end_prepared": {"waivers.waivers": _WAIVER},
    "waivers/in_force": {"waivers.waivers": _WAIVER},
    "waivers/narrow": {
        "waivers.waivers": _WAIVER,
        "waivers.waivers[].idle_subjects": _FOUND,
        "waivers.waivers[].subjects": "no subject is selected, so nothing is waived",
        "waivers.waivers[].subjects[]": "no subject is selected, so nothing is waived",
        "waivers.waivers[].used_items": "it covers nothing; waivers/used denies that",
    },
    "waivers/used": {"waivers.waivers": _WAIVER},
    "time/one_time_service": {"time.services": "one of two services is gone; without any the control fails"},
}


def examples() -> Iterator[Case]:
    """Each control's failing examples, not yet spoilt."""
    for control in CONTROLS.values():
        for path in sorted((BUNDLE.policies / "controls" / control.id / "examples").glob("*.fail.json")):
            sections = json.loads(path.read_text(encoding="utf-8"))
            as_of = sections.pop("as_of", "2026-03-01T00:00:00Z")
            yield Case(control, sections, as_of, "", path.name)


EXAMPLES = list(examples())


def one_of_each_place() -> Iterator[tuple[Case, Path, Json]]:
    """Every place of every section once, for each type of value that some example has there."""
    seen = set()
    for case in EXAMPLES:
        for path, value in paths(case.sections):
            if (place(path), kind(value)) not in seen:
                seen.add((place(path), kind(value)))
                yield case, path, value


def test_the_examples_fail_before_they_are_spoilt(server: OpaServer) -> None:
    assert [c.how for c, found in findings(server, EXAMPLES) if found.status is not Status.FAIL] == []


def test_a_section_that_is_not_there_is_unknown(server: OpaServer) -> None:
    cases = [
        spoilt(case, (name,), new) for case in EXAMPLES for name in case.sections for new in (GONE, None)
    ]
    assert [c.how for c, found in findings(server, cases) if found.status is not Status.UNKNOWN] == []


def test_a_field_too_few_or_too_many_is_an_error(server: OpaServer) -> None:
    cases = []
    for case, path, value in one_of_each_place():
        if len(path) > 1 and isinstance(path[-1], str):
            cases.append(spoilt(case, path, GONE))
        if isinstance(value, dict):
            cases.append(spoilt(case, (*path, "another"), "x"))
    assert [
        (c.control.id, c.how) for c, found in findings(server, cases) if found.status is not Status.ERROR
    ] == []


def test_a_value_of_another_type_is_an_error(server: OpaServer) -> None:
    """A boolean is no number, and no text is one; only null may stand beside a type."""
    others: tuple[Json, ...] = (
        True,
        0,
        1.5,
        -(10**30),
        float("nan"),
        float("inf"),
        "7",
        "\x00",
        [],
        [None],
        {},
        {"x": 1},
    )
    cases = []
    for case, path, value in one_of_each_place():
        cases += [spoilt(case, path, new) for new in others if kind(new) != kind(value) and value is not None]
    assert [
        (c.control.id, c.how) for c, found in findings(server, cases) if found.status is not Status.ERROR
    ] == []


def emptied(case: Case, path: Path, value: Json) -> Iterator[Case]:
    """The case with nothing at the path, in each way that JSON can say so."""
    nothings: tuple[Json, ...] = (None, "", [], {})
    for nothing in nothings:
        if nothing != value and (nothing is None or kind(nothing) == kind(value) or value is None):
            yield spoilt(case, path, nothing)


def shortened(case: Case) -> Iterator[tuple[Path, Case]]:
    """The case without one element of a list, at every list; the place is the list's."""
    for path, _ in paths(case.sections):
        if isinstance(path[-1], int):
            yield path, spoilt(case, path, GONE)._replace(place=place(path[:-1]))


def content(found: list[tuple[Case, Finding]]) -> dict[str, set[str]]:
    """The places where a spoilt example made its control content, by the control."""
    places: dict[str, set[str]] = {}
    for case, finding in found:
        if finding.status in CONTENT:
            places.setdefault(case.control.id, set()).add(case.place)
    return places


def test_absence_satisfies_no_control_that_does_not_demand_it(server: OpaServer) -> None:
    """Of a list, the first element is emptied place by place, each that the verdict rests on, and each that
    `COMPLIES` speaks of, so that what it says stays true.
    """
    whole = findings(server, EXAMPLES)
    without = [(path, c, base) for c, base in whole for path, c in shortened(c)]
    found = findings(server, [case for _, case, _ in without])
    telling = {
        (base.control, case.how.split(" [")[0], path)
        for (path, case, base), (_, finding) in zip(without, found, strict=True)
        if finding.items != base.items
    }
    refused: set[tuple[str, str]] = set()
    cases = []
    for example in EXAMPLES:
        for path, value in paths(example.sections):
            elements = [path[: n + 1] for n, step in enumerate(path) if isinstance(step, int)]
            named = place(path) in COMPLIES.get(example.control.id, {})
            if named or all(e[-1] == 0 or (example.control.id, example.how, e) in telling for e in elements):
                cases += [case for case in emptied(example, path, value) if accepted(case, path, refused)]
            if isinstance(value, list):
                cases += [spoilt(example, path, [*value, item]) for item in value[:1]]
    found += findings(server, cases)
    assert content(found) == {control: set(places) for control, places in COMPLIES.items()}


def accepted(case: Case, path: Path, refused: set[tuple[str, str]]) -> bool:
    """Whether the schema takes the case; what it refused at a place once is not tried there again."""
    known = (case.place, case.how.rpartition(" ")[2])
    if known not in refused and validate(str(path[0]), case.sections[str(path[0])], BUNDLE.schemas):
        refused.add(known)
    return known not in refused


@st.composite
def spoilt_at_random(draw: st.DrawFn) -> tuple[Case, set[str]]:
    """A failing example with up to four places emptied, and which places."""
    case = draw(st.sampled_from(EXAMPLES))
    places: set[str] = set()
    for _ in range(draw(st.integers(1, 4))):
        # A hole that `unreadable` owns up to is no silent one, so that stays as it is.
        found = [(p, v) for p, v in paths(case.sections) if len(p) > 1 and "unreadable" not in p]
        if not found:
            break
        path, value = draw(st.sampled_from(found))
        ways = [*emptied(case, path, value)]
        if isinstance(path[-1], int):
            ways.append(spoilt(case, path, GONE)._replace(place=place(path[:-1])))
        ways = [way for way in ways if accepted(way, path, set())]
        if ways:
            case = draw(st.sampled_from(ways))
            places.add(case.place)
    return case, places


@settings(max_examples=60, deadline=None)
@given(st.lists(spoilt_at_random(), min_size=1, max_size=8))
def test_several_absences_satisfy_no_more_than_each(
    server: OpaServer, spoiled: list[tuple[Case, set[str]]]
) -> None:
    for (case, places), (_, finding) in zip(spoiled, findings(server, (c for c, _ in spoiled)), strict=True):
        if finding.status in CONTENT:
            assert places & set(COMPLIES.get(case.control.id, {})), f"{case.control.id}: {case.how}"
