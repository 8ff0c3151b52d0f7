"""The command line as its users meet it: answers, clear errors, exit codes, both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hubops.model import SubjectKind


def test_controls_are_published_in_their_stable_form(hubops) -> None:
    code, out, _ = hubops("controls", "--format", "json")
    listed = json.loads(out)
    fields = {"id", "title", "title_zh", "subject", "severity", "requirements", "evidence", "remedy"}
    assert code == 0
    assert all(set(entry) == fields for entry in listed)
    assert {entry["subject"] for entry in listed} == {kind.value for kind in SubjectKind}
    assert [entry["id"] for entry in listed] == sorted(entry["id"] for entry in listed)


def test_this_machine_is_checked_and_reported_in_every_format(hubops, tmp_path: Path) -> None:
    formats = ("json", "junit", "html", "csv")
    outputs = [part for name in formats for part in ("-o", f"{name}={tmp_path}/{name}.out")]
    code, out, err = hubops("check", "--host", "localhost", "-c", "ssh", "-c", "packages", *outputs)
    results = json.loads((tmp_path / "json.out").read_text())
    statuses = {finding["status"] for finding in results["findings"]}
    unsure = statuses & {"unknown", "stale", "error"}
    assert code == (1 if "fail" in statuses else 3 if unsure else 0), err
    assert {finding["subject_kind"] for finding in results["findings"]} == {"host"}
    assert all(finding["since"] for finding in results["findings"])
    assert all((tmp_path / f"{name}.out").stat().st_size for name in formats)
    assert out.strip()


def test_evidence_that_was_collected_is_judged_elsewhere(hubops, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    hubops("collect", "--host", "localhost", "-c", "packages", "-o", str(folder))
    paths = list(folder.iterdir())
    assert [path.stat().st_mode & 0o077 for path in paths] == [0]
    first = hubops("check", "--evidence", str(folder), "-c", "packages", "-o", f"json={tmp_path}/a")
    assert first[0] in {0, 1, 3}
    found = json.loads((tmp_path / "a").read_text())["findings"]
    assert {finding["control"].split("/")[0] for finding in found} == {"packages"}

    stored = json.loads(paths[0].read_text())
    for section in stored["evidence"]:
        section["collected_at"] = "2020-01-01T00:00:00Z"
    paths[0].write_text(json.dumps(stored))
    code, *_ = hubops("check", "--evidence", str(folder), "-c", "packages", "-o", f"json={tmp_path}/b")
    assert {f["status"] for f in json.loads((tmp_path / "b").read_text())["findings"]} == {"stale"}
    assert code == 3

    paths[0].write_text("{")
    code, _, err = hubops("check", "--evidence", str(folder))
    assert code == 2
    assert str(paths[0]) in err


def test_a_hub_and_its_stack_may_have_one_name(hubops, tmp_path: Path) -> None:
    """The lab's are both called `lab`: what is collected of one must not be taken for the other's."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    hubops("collect", "--stack", "lab", "-o", str(folder))
    (plan,) = folder.iterdir()
    stored = json.loads(plan.read_text())
    stored["subject"]["kind"] = stored["evidence"][0]["subject_kind"] = "hub"
    stored["evidence"][0]["section"] = "records"
    (folder / "hub-lab.json").write_text(json.dumps(stored))
    hubops("check", "--evidence", str(folder), "-o", f"json={tmp_path}/results.json")
    found = json.loads((tmp_path / "results.json").read_text())["findings"]
    # What the waivers are, a check reads itself: evidence from elsewhere has no say in it.
    found = [finding for finding in found if not finding["control"].startswith("waivers/")]
    status = {(finding["subject_kind"], finding["status"]) for finding in found}
    assert {kind for kind, _ in status} == {"hub", "stack"}
    # What hosts or improvements show is not there at all.
    assert {status for kind, status in status if kind == "hub"} == {"error", "unknown"}, (
        "a plan is no set of records"
    )
    assert {f["status"] for f in found if f["control"].startswith("regimes/")} == {"error"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check", "-o", "pdf=x"), 2, "valid: csv, html, json, junit"),
        (("check", "-o", "html"), 2, "html=PATH"),
        (("check", "-c", "ssh/root_login_deny"), 2, "ssh/root_login_denied"),
        (("check", "--host", "hub-1"), 2, "localhost"),
        (("check", "--stack", "labb"), 2, "Did you mean 'lab'?"),
        (("check", "-i", "nowhere"), 2, "valid:"),
        (("check", "--evidence", "."), 2, "holds no evidence"),
        (("check", "--severity", "awful"), 2, "high_risk"),
        (("explain", "ssh/nothing"), 2, "unknown control"),
        (("apply", "--tags", "ssh_acces"), 2, "ssh_access"),
        (("provision", "up", "labb"), 2, "'lab'"),
        (("provision", "up", "lab", "--config", "x"), 2, "KEY=VALUE"),
        (("engines", "ensure", "opq"), 2, "opa"),
        (("nonsense",), 2, "No such command"),
        (("controls", "--lang", "fr"), 2, "valid: zh, en"),
        (("chek",), 2, "Did you mean 'check'?"),
        (("provision", "preveiw"), 2, "Did you mean 'preview'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_is_answered_with_what_would_be_valid(hubops, arguments, code, said) -> None:
    got, out, err = hubops(*arguments)
    assert got == code, err
    assert said in " ".join((out + err).split())
    assert "Traceback" not in err


def test_explain_says_what_why_and_how(hubops) -> None:
    for lang, words in (("en", ("hubops apply --tags ssh_access", "HUB-C4.1")), ("zh", ("整改方法", "要求"))):
        code, out, _ = hubops("explain", "ssh/root_login_denied", "--lang", lang)
        assert code == 0
        assert all(word in out for word in words)


def test_no_opa_is_a_missing_tool(hubops) -> None:
    code, _, err = hubops("check", "--host", "localhost", "-c", "packages", HUBOPS_OPA="/nonexistent")
    assert code == 4
    assert "/nonexistent" in err


def test_a_state_folder_that_is_a_file_is_named(hubops, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    code, _, err = hubops("check", "--host", "localhost", "-c", "packages")
    assert code == 2
    assert str(tmp_path / "state") in err
    assert "Traceback" not in err


def test_doctor_tells_settings_without_secrets(hubops) -> None:
    secrets = {"HUBOPS_OPA_TOKEN": "hunter2", "HUBOPS_OPA_URL": "http://anna:hunter3@127.0.0.1:1"}
    for form in ("table", "json"):
        code, out, err = hubops("doctor", "--format", form, **secrets)
        assert code in {0, 4}
        assert "hunter" not in out + err
        assert "HUBOPS_STATE" in out
        assert "127.0.0.1" in out
