"""A hub's profile: stricter is free, laxer is refused or falls back, and what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle, catalog, profile, standards
from hubops.errors import BrokenInput
from hubops.model import Parameter

BUNDLE = bundle.find()
CONTROLS = catalog.load(BUNDLE)
STANDARDS = standards.load(BUNDLE)


def tailored(folder: Path, text: str) -> profile.Tailored:
    path = folder / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    return profile.load(path, STANDARDS, CONTROLS)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(BrokenInput) as caught:
        tailored(folder, text)
    return str(caught.value)


def test_without_a_profile_everything_is_as_the_controls_say(tmp_path: Path) -> None:
    found = profile.load(tmp_path / "profile.yaml", STANDARDS, CONTROLS)
    assert (found.controls, found.standards, found.variables, found.lax) == (CONTROLS, STANDARDS, {}, ())


def test_stricter_is_free_and_reaches_the_role(tmp_path: Path) -> None:
    found = tailored(tmp_path, "params: {ssh/auth_tries_limited: {max_auth_tries: 3}}")
    assert found.controls["ssh/auth_tries_limited"].params["max_auth_tries"].default == 3
    assert found.variables == {"ssh_server_max_auth_tries": 3}
    assert found.lax == ()


def test_laxer_is_held_at_the_bound_and_told(tmp_path: Path) -> None:
    found = tailored(tmp_path, "params:\n  auth/password_quality_enforced: {min_length: 6}\n")
    (lax,) = found.lax
    assert (lax.control, lax.item, lax.value) == ("auth/password_quality_enforced", "params.min_length", 6)
    assert lax.where == f"{tmp_path / 'profile.yaml'}:2"
    assert found.controls[lax.control].params["min_length"].default == 8
    assert found.variables == {"accounts_min_length": 8}


def test_a_city_chooses_its_standards(tmp_path: Path) -> None:
    found = tailored(tmp_path, "standards: [gbt36626]")
    assert set(found.standards) == {"gbt36626"}
    assert found.controls
    for control in found.controls.values():
        assert control.requirements
        assert all(id_ in STANDARDS["gbt36626"].requirements for id_ in control.requirements)
    dropped = set(CONTROLS) - set(found.controls)
    assert all(not any(r.startswith("GBT36626") for r in CONTROLS[id_].requirements) for id_ in dropped)


def test_a_control_of_which_no_requirement_applies_is_excluded(tmp_path: Path) -> None:
    ids = CONTROLS["people/agreements_signed"].requirements
    entries = "".join(
        f"- {{requirement: {id_}, reason: 由上级单位统一值守, approver: P-001}}\n" for id_ in ids
    )
    found = tailored(tmp_path, f"not_applicable:\n{entries}")
    assert "由上级单位统一值守" in found.excluded["people/agreements_signed"].zh
    assert "P-001" in found.excluded["people/agreements_signed"].en
    # What it shows through them goes with them.
    own = "\n".join(line for line in entries.splitlines() if "QINGDAO" not in line)
    assert "people/agreements_signed" in tailored(tmp_path, f"not_applicable:\n{own}").excluded
    one_left = tailored(tmp_path, "not_applicable:\n" + "\n".join(entries.splitlines()[1:]))
    assert one_left.excluded == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("standards: [hubb]", 1, "Did you mean 'hub'"),
        ("params:\n  ssh/auth_tries: {}\n", 2, "Did you mean 'ssh/auth_tries_limited'"),
        ("params:\n  ssh/auth_tries_limited:\n    max_tries: 3\n", 3, "valid: max_auth_tries"),
        ("params:\n  ssh/auth_tries_limited:\n    max_auth_tries: three\n", 3, "valid: a value like 4"),
        ("params:\n  ssh/auth_tries_limited:\n    max_auth_tries: true\n", 3, "is True"),
        ("params:\n  ssh/strong_algorithms: {ciphers: [1]}\n", 2, "valid: a value like"),
        ("not_applicable:\n- {requirement: HUB-Z1, reason: x, approver: P-1}\n", 2, "unknown requirement"),
        (
            "not_applicable:\n- {requirement: HUB-A1, approver: P-1}\n",
            2,
            "`not_applicable.0.reason` is missing",
        ),
        ("not_applicable:\n- {requirement: HUB-A1, reason: x}\n", 2, "approver` is missing"),
        ("thresholds: {}\n", 1, "unknown field `thresholds`"),
        ("- 1\n", 1, "should be an object"),
        ("params: {a: 1, a: 2}\n", 1, "given twice"),
        ("params: [\n", 2, "no YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    message = refused(tmp_path, text)
    assert message.startswith(f"{tmp_path / 'profile.yaml'}:{line}")
    assert said in message


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "standards: [x]\nparams: {a/b: {}, ssh/auth_tries_limited: {y: 1}}\n"
    assert len(refused(tmp_path, text).splitlines()) == 3


BOUNDS = [
    ("<=90", 90, [1, 30, 90], [0, -5, 91, 10**9]),
    (">=5", 5, [5, 6, 10**6], [4, 0, -1]),
    ("<=1", 0.5, [0.001, 1, 1.0], [0.0, 1.01, -0.5]),
    ("subset", ["a", "b"], [["a"], ["b", "a"]], [[], ["a", "c"]]),
    ("subset_or_empty", ["a"], [[], ["a"]], [["b"]]),
    ("superset", [1, 2], [[2, 1], [1, 2, 3]], [[1], [], [2, 3]]),
    ("masks", "027", ["027", "077", "0077", "067"], ["022", "007", "020", "999", "27", ""]),
    ("fixed", False, [False], [True]),
]


@pytest.mark.parametrize(("bound", "default", "allowed", "too_lax"), BOUNDS, ids=[b[0] for b in BOUNDS])
def test_a_bound_lets_through_what_is_as_strict(bound, default, allowed, too_lax) -> None:
    parameter = Parameter(default=default, bound=bound)
    for value in allowed:
        assert profile.fits(parameter, value)
        assert profile.within(parameter, value), value
    for value in too_lax:
        assert not (profile.fits(parameter, value) and profile.within(parameter, value)), value


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
))  # fmt: skip
def test_no_value_however_odd_breaks_the_comparison_or_slips_through(value: object) -> None:
    for control in CONTROLS.values():
        for parameter in control.params.values():
            if not profile.fits(parameter, value):
                continue
            allowed = profile.within(parameter, value)
            bound = parameter.bound or ""
            if allowed and bound.startswith("<="):
                assert 0 < value <= float(bound[2:])  # type: ignore[operator]
            if allowed and bound.startswith(">="):
                assert value >= float(bound[2:])  # type: ignore[operator]
            if bound == "fixed":
                assert allowed == (value == parameter.default)
