"""What the backup catalogue comes to mean for one host."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from ansible.errors import AnsibleFilterError
from loading import module_at

from hubops import bundle

GROUPS = {"all": ["ops-1", "hub-1", "hub-2"], "role_hub": ["hub-1", "hub-2"]}
REPOSITORIES: list[dict[str, Any]] = [
    {"name": "main", "host": "ops-1"},
    {"name": "far", "host": "hub-2", "off_site": True},
]


def entry(**other: Any) -> dict[str, Any]:
    return {
        "name": "a",
        "hosts": ["hub-1"],
        "owner": "hub",
        "way": "files",
        "paths": ["/etc"],
        "frequency_hours": 24,
        "retention": {"daily": 7, "weekly": 4, "monthly": 6},
        "rpo_hours": 26,
        "rto_hours": 4,
        "off_site": True,
        **other,
    }


@pytest.fixture(scope="module")
def backup() -> ModuleType:
    return module_at(bundle.find().roles / "backup/filter_plugins/backup_plan.py")


def test_a_host_s_own_part(backup: ModuleType) -> None:
    catalogue = [entry(), entry(name="b", hosts=["role_hub"], off_site=False)]
    plan = backup.plan(catalogue, REPOSITORIES, "hub-1", GROUPS)
    assert [one["name"] for one in plan["sets"]] == ["a", "b"]
    assert plan["keeps"] == []
    assert plan["none"] is None
    assert backup.clients(catalogue, GROUPS) == ["hub-1", "hub-2"]


def test_what_a_repository_keeps(backup: ModuleType) -> None:
    catalogue = [entry(), entry(name="b", hosts=["role_hub"], off_site=False)]
    main = backup.plan(catalogue, REPOSITORIES, "ops-1", GROUPS)["keeps"]
    assert [(one["client"], [each["name"] for each in one["sets"]]) for one in main] == [
        ("hub-1", ["a", "b"]),
        ("hub-2", ["b"]),
    ]
    far = backup.plan(catalogue, REPOSITORIES, "hub-2", GROUPS)["keeps"]
    assert [(one["client"], [each["name"] for each in one["sets"]]) for one in far] == [("hub-1", ["a"])]


@pytest.mark.parametrize(
    ("host", "off_site"),
    [("hub-1", {"main": False, "far": True}), ("hub-2", {"main": True, "far": False})],
)
def test_what_is_elsewhere_depends_on_the_host(
    backup: ModuleType, host: str, off_site: dict[str, bool]
) -> None:
    plan = backup.plan([entry(hosts=["all"])], REPOSITORIES, host, GROUPS)
    assert {one["name"]: one["off_site"] for one in plan["repositories"]} == off_site


def test_only_a_reason_excuses(backup: ModuleType) -> None:
    none = {"name": "n", "hosts": ["hub-1"], "way": "none", "reason": {"en": "Empty.", "zh": "空"}}
    assert backup.plan([none], REPOSITORIES, "hub-1", GROUPS)["none"] == {"en": "Empty.", "zh": "空"}
    assert backup.plan([none], REPOSITORIES, "ops-1", GROUPS)["none"] is None
    with pytest.raises(AnsibleFilterError, match="hub-1 has data sets and an entry of way none"):
        backup.plan([none, entry()], REPOSITORIES, "hub-1", GROUPS)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "A b"}, "the name 'A b'"),
        ({"way": "tape"}, "way 'tape'; valid: files, dump, postgres, none"),
        ({"way": "none"}, "a text in en and zh"),
        ({"paths": []}, "at least one"),
        ({"paths": ["etc"]}, "path 'etc'"),
        ({"paths": ["/etc; reboot"]}, "path '/etc; reboot'"),
        ({"frequency_hours": 5}, "frequency_hours 5"),
        ({"rpo_hours": 23}, "rpo_hours 23; valid: from 24"),
        ({"rto_hours": 0}, "rto_hours 0"),
        ({"retention": {"daily": 0, "weekly": 4, "monthly": 6}}, "daily from 1"),
    ],
)
def test_what_is_not_whole_is_refused(backup: ModuleType, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(AnsibleFilterError) as raised:
        backup.plan([entry(**wrong)], REPOSITORIES, "hub-1", GROUPS)
    assert said in str(raised.value)


def test_gaps_in_the_whole_are_refused(backup: ModuleType) -> None:
    gone = {key: value for key, value in entry().items() if key != "owner"}
    with pytest.raises(AnsibleFilterError, match="a has no owner"):
        backup.plan([gone], REPOSITORIES, "hub-1", GROUPS)
    with pytest.raises(AnsibleFilterError, match="the name 'a'"):
        backup.plan([entry(), entry()], REPOSITORIES, "hub-1", GROUPS)
    with pytest.raises(AnsibleFilterError, match="a repository that is off_site"):
        backup.plan([entry()], REPOSITORIES[:1], "hub-1", GROUPS)
    with pytest.raises(AnsibleFilterError, match="host 'gone'"):
        backup.plan([entry()], [{"name": "main", "host": "gone"}], "hub-1", GROUPS)


@pytest.mark.parametrize(
    ("hours", "when"),
    [(1, "*-*-* *:10:00"), (6, "*-*-* 0/6:10:00"), (24, "*-*-* 01:10:00"), (168, "Sun *-*-* 01:10:00")],
)
def test_calendars(backup: ModuleType, hours: int, when: str) -> None:
    assert backup.calendar(hours, "hub-2").replace(f":{sum(b'hub-2') % 60:02}:", ":10:") == when
