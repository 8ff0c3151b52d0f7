"""A preview becomes evidence: unknown stays unknown, secrets stay out, and nothing planned is left out."""

import json
from pathlib import Path
from typing import Any

import pulumi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pulumi import automation
from pulumi.dynamic import Resource, ResourceProvider

from hubops import bundle
from hubops.errors import BrokenInput
from hubops.evidence import plan
from hubops.evidence.schema import validate
from hubops.model import Text, canonical
from hubops.provision import workspace

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET = {SIGNATURE: "1b47061264138c4ac30d75fd1eb44270", "plaintext": '"planted"'}
URN = "urn:pulumi:local::lab::"
HOST = {
    "platform": "container",
    "zone": "platform",
    "privileged": False,
    "capabilities": ["SYS_TIME", "NET_ADMIN"],
}
SCHEMAS = bundle.find().schemas

WHY = Text(en="the program raised", zh="程序异常")


def step(name: str, inputs: Any, op: str = "create", **state: Any) -> dict[str, Any]:
    """A step as the engine lists it."""
    new = {"custom": True, "inputs": inputs, **state}
    return {"op": op, "urn": f"{URN}hubops:lab:Host$test:index:Machine::{name}", "newState": new}


def data(*steps: dict[str, Any], counted: int | None = None) -> Any:
    summary = {"create": len(steps) if counted is None else counted}
    evidence = plan.section("lab", {"steps": list(steps), "changeSummary": summary})
    assert validate("plan", evidence.data, SCHEMAS) == []
    return evidence.data


def properties(found: Any, number: int = 0) -> dict[str, tuple[str, str | None, bool]]:
    listed = found["resources"][number]["properties"]
    return {one["path"]: (one["kind"], one["value"], one["sensitive"]) for one in listed}


def test_a_host_is_typed_facts() -> None:
    found = data(
        step("hub-1", {**HOST, "holds_data": True, "cpus": 2}, protect=True, parent=f"{URN}x:y:Host::hub-1")
    )
    assert found["hosts"] == [
        {
            "urn": f"{URN}hubops:lab:Host$test:index:Machine::hub-1",
            "name": "hub-1",
            "op": "create",
            "protect": True,
            "platform": "container",
            "zone": "platform",
            "role": None,
            "owner": None,
            "environment": None,
            "image": None,
            "address": None,
            "privileged": False,
            "holds_data": True,
            "capabilities": ["NET_ADMIN", "SYS_TIME"],
            "unknown": [],
        }
    ]
    assert (found["stack"], found["project"], found["unreadable"]) == ("lab", "lab", [])


def test_a_component_gives_way_to_the_host_in_it() -> None:
    component = step("hub-1", HOST, custom=False)
    component["urn"] = f"{URN}hubops:lab:Host::hub-1"
    found = data(component, step("hub-1", HOST, parent=component["urn"]))
    assert [host["urn"] for host in found["hosts"]] == [f"{URN}hubops:lab:Host$test:index:Machine::hub-1"]
    assert len(found["resources"]) == 2


def test_what_is_no_host_is_only_a_resource() -> None:
    found = data(step("network", {"subnet": "10.0.0.0/24"}))
    assert found["hosts"] == []
    assert properties(found) == {"subnet": ("known", "10.0.0.0/24", False)}


def test_an_unknown_fact_is_not_an_absent_one() -> None:
    found = data(step("hub-1", {**HOST, "zone": UNKNOWN, "address": UNKNOWN}))
    assert found["hosts"][0]["zone"] is None
    assert found["hosts"][0]["unknown"] == ["zone", "address"]
    assert found["unreadable"] == [{"what": "hub-1.zone", "why": "known only after deployment"}]
    assert properties(found)["zone"] == ("unknown", None, False)


@pytest.mark.parametrize(
    ("fact", "value", "why"),
    [
        ("privileged", "no", "it is not true or false"),
        ("privileged", UNKNOWN, "known only after deployment"),
        ("zone", SECRET, "it is a secret"),
        ("capabilities", ["NET_ADMIN", UNKNOWN], "known only after deployment"),
        ("capabilities", "NET_ADMIN", "it is not a list of text"),
        ("capabilities", [1], "it is not a list of text"),
        ("image", 7, "it is not text"),
    ],
)
def test_a_fact_that_cannot_be_judged_is_unreadable(fact: str, value: Any, why: str) -> None:
    found = data(step("hub-1", {**HOST, fact: value}))
    assert found["hosts"][0][fact] is None
    assert found["unreadable"] == [{"what": f"hub-1.{fact}", "why": why}]


def test_values_are_listed_by_path() -> None:
    found = data(
        step("x", {"a": {"b.c": [1, True, None], "d": []}, "peer": {"ip": UNKNOWN}, "long": "x" * 2001})
    )
    listed = properties(found)
    assert listed.pop("long")[1].startswith("sha256:")
    assert listed == {
        'a."b.c"[0]': ("known", "1", False),
        'a."b.c"[1]': ("known", "true", False),
        'a."b.c"[2]': ("known", "null", False),
        "a.d": ("known", "[]", False),
        "peer.ip": ("unknown", None, False),
    }


@pytest.mark.parametrize(
    "hidden", [SECRET, "[secret]", {SIGNATURE: SECRET[SIGNATURE], "ciphertext": "v1:planted"}]
)
def test_a_secret_is_marked_and_never_shown(hidden: Any) -> None:
    found = data(step("x", {"env": {"ADMIN": hidden}, "__provider": "planted"}))
    assert properties(found) == {"env.ADMIN": ("secret", None, False)}
    assert b"planted" not in canonical(found)


@pytest.mark.parametrize(
    "inputs",
    [
        {"password": "planted"},
        {"env": {"DB_PASSWORD": "planted"}},
        {"adminToken": "planted"},
        {"secrets": {"first": "planted"}},
        {"command": ["--key", "-----BEGIN OPENSSH PRIVATE KEY-----planted"]},
        {"url": "postgres://hub:planted@db/hub"},
    ],
)
def test_what_looks_like_a_secret_is_told_but_not_shown(inputs: Any) -> None:
    found = data(step("x", inputs))
    assert [one["kind"] for one in found["resources"][0]["properties"] if one["sensitive"]] == ["known"]
    assert b"planted" not in canonical(found)


def test_names_that_only_resemble_secrets_are_shown() -> None:
    found = data(
        step(
            "x",
            {"token_lifetime": 60, "private_key_path": "/etc/key", "password": "", "url": "https://db/hub"},
        )
    )
    assert not any(sensitive for _, _, sensitive in properties(found).values())


def test_whether_an_unknown_value_is_encrypted_is_unknown() -> None:
    found = data(step("x", {"password": UNKNOWN}))
    assert [hole["what"] for hole in found["unreadable"]] == ["x.password"]


def test_what_is_counted_but_not_listed_is_unreadable() -> None:
    found = data(step("hub-1", HOST), counted=4)
    assert found["unreadable"] == [{"what": "resources", "why": "the preview counts 4 and lists 1"}]


def test_a_replacement_is_one_resource_and_remembers_what_it_held() -> None:
    old = {"inputs": {**HOST, "holds_data": True}}
    steps = [
        {**step("hub-1", {**HOST, "holds_data": False}, op), "oldState": old}
        for op in sorted(plan._REPLACING)
    ]
    del steps[1]["newState"]
    found = data(*steps, counted=1)
    assert [(host["op"], host["holds_data"], host["zone"]) for host in found["hosts"]] == [
        ("replace", True, "platform")
    ]
    assert [one["op"] for one in found["resources"]] == ["replace"]


def test_a_deletion_shows_what_goes() -> None:
    gone = {
        "op": "delete",
        "urn": f"{URN}t::hub-1",
        "oldState": {"custom": True, "inputs": {**HOST, "owner": 7}},
    }
    found = data(gone)
    assert found["hosts"][0]["op"] == "delete"
    assert found["hosts"][0]["zone"] == "platform"
    assert found["unreadable"] == []


def test_properties_beyond_the_bound_are_told() -> None:
    found = data(step("x", {"x": {str(n): n for n in range(1001)}}))
    assert len(found["resources"][0]["properties"]) == 1000
    assert found["unreadable"] == [{"what": "x", "why": "it has more than 1000 properties"}]


@pytest.mark.parametrize(
    "preview",
    [
        {},
        {"steps": []},
        {"steps": {}, "changeSummary": {}},
        {"steps": [1], "changeSummary": {}},
        {"steps": [{"op": "create", "urn": "x"}], "changeSummary": {}},
        {"steps": [{"urn": f"{URN}t::x"}], "changeSummary": {}},
    ],
)
def test_a_broken_preview_is_an_error(preview: Any) -> None:
    with pytest.raises(BrokenInput, match="the preview of stack lab is broken"):
        plan.section("lab", preview)


def test_a_failed_preview_is_evidence_with_its_error() -> None:
    evidence = plan.broken("lab", WHY, collected_at="2026-11-23T00:00:00Z")
    assert (evidence.data, evidence.error) == (None, WHY)


leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
hidden = st.sampled_from([SECRET, UNKNOWN, "[secret]", {SIGNATURE: "other", "hash": "h", "text": "planted"}])
keys = st.sampled_from([*plan._FACTS, "password", "a.b", "__provider", "x"])
values = st.recursive(
    leaves | hidden, lambda v: st.lists(v, max_size=3) | st.dictionaries(keys, v, max_size=3)
)


@settings(deadline=None)
@given(
    inputs=st.dictionaries(keys, values, max_size=6),
    op=st.sampled_from(["create", "same", "replace", "delete"]),
)
def test_any_inputs_give_valid_evidence_without_secrets(inputs: Any, op: str) -> None:
    assert b"planted" not in canonical(data(step("hub-1", inputs, op)))


class _Machine(Resource, module="test", name="Machine"):
    address: pulumi.Output[str]

    def __init__(self, name: str, props: dict[str, Any]) -> None:
        super().__init__(ResourceProvider(), name, {"address": None, **props})


def _program() -> None:
    first = _Machine("first", {**HOST, "env": {"A": pulumi.Output.secret("planted"), "B": "shown"}})
    _Machine("second", {**HOST, "zone": first.address, "key": pulumi.Output.secret(first.address)})


def test_a_preview_of_the_real_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBOPS_STATE", str(tmp_path / "hub"))
    backend = automation.ProjectBackend(f"file://{tmp_path}")
    opened = automation.LocalWorkspace(
        project_settings=automation.ProjectSettings("test", "python", backend=backend),
        program=_program,
        env_vars=workspace.environment()
        | {"PULUMI_CONFIG_PASSPHRASE": "x", "PULUMI_BACKEND_URL": f"file://{tmp_path}"},
        pulumi_command=automation.PulumiCommand(root=str(workspace.launchers(lambda _line: None))),
    )
    engine = automation.Stack.create("dev", opened)
    said = engine.preview(json=True, color="never").stdout
    evidence = plan.section("dev", json.loads(said[said.index("{") :]))
    assert validate("plan", evidence.data, SCHEMAS) == []
    assert [(host["name"], host["zone"], host["unknown"]) for host in evidence.data["hosts"]] == [
        ("first", "platform", []),
        ("second", None, ["zone"]),
    ]
    assert evidence.data["unreadable"] == [{"what": "second.zone", "why": "known only after deployment"}]
    first, second = properties(evidence.data, 0), properties(evidence.data, 1)
    assert (first["env.A"], first["env.B"]) == (("secret", None, False), ("known", "shown", False))
    assert (second["zone"], second["key"]) == (("unknown", None, False), ("secret", None, False))
    assert not any(path.startswith("__") for path in first)
    assert b"planted" not in canonical(evidence.data)
