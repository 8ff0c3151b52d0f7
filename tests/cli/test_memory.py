"""Waivers, profile, history, comparison and explanation through the real command line, on records."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

CHINESE = re.compile(r"[\u4e00-\u9fff]")
FAILING = "people/agreements_signed"
APPROVED = (
    "--requester", "P-003", "--approver", "P-001", "--ticket", "CHG-1", "--reason", "等待签署",
)  # fmt: skip


@pytest.fixture
def checked(hubops, city: Path):
    """Checks the hub's agreements and waivers; gives exit code and findings by control."""

    def run(*arguments: str) -> tuple[int, dict[str, dict]]:
        path = city.parent / "results.json"
        path.unlink(missing_ok=True)
        code, _, err = hubops(
            "check", "-i", str(city), "-c", FAILING, "-c", "waivers", "-o", f"json={path}", *arguments
        )
        assert path.exists(), err
        return code, {f["control"]: f for f in json.loads(path.read_text())["findings"]}

    return run


def waive(hubops, city: Path, *arguments: str, until: str = "2026-12-31") -> tuple[int, str, str]:
    found = hubops(
        "waive",
        "add",
        FAILING,
        "-i",
        str(city),
        "--until",
        until,
        "--from",
        "2026-11-20",
        *APPROVED,
        *arguments,
    )
    return found


def test_a_waiver_from_its_making_to_its_end(hubops, city: Path, checked) -> None:
    code, found = checked()
    assert (code, found[FAILING]["status"]) == (1, "fail")
    assert found["waivers/used"]["status"] == "not_applicable"

    code, out, err = waive(hubops, city, "--subject", "city")
    assert code == 0, err
    assert "WVR-2026-001" in out
    code, found = checked()
    assert found[FAILING]["status"] == "waived"
    assert "等待签署" in found[FAILING]["reason"]["zh"]
    assert [i["item"] for i in found[FAILING]["items"]] == ["P-009"], "what is waived stays visible"
    assert code == 0
    assert {found[c]["status"] for c in found if c.startswith("waivers/")} == {"pass"}

    # Another person's agreement runs out: a new violation, which the waiver never saw.
    path = city / "records/agreement.yaml"
    path.write_text(path.read_text().replace("expires: 2028-12-31", "expires: 2026-11-01", 1))
    code, found = checked()
    assert (code, found[FAILING]["status"]) == (1, "fail")
    assert "1 of 2" in found[FAILING]["reason"]["en"]

    # What was waived is mended: the waiver is used no more.
    text = path.read_text().replace("expires: 2026-11-01", "expires: 2028-12-31")
    path.write_text(text.replace("expires: 2026-10-08", "expires: 2028-10-08"))
    code, found = checked()
    assert (code, found[FAILING]["status"], found["waivers/used"]["status"]) == (1, "pass", "fail")


def test_a_waiver_ends_soon_then_ends(hubops, city: Path, checked) -> None:
    checked()
    waive(hubops, city, "--subject", "city")
    for date, waived, failing in (
        ("2026-12-10", "waived", set()),
        ("2026-12-20", "waived", {"waivers/end_prepared"}),
        ("2027-01-02", "fail", {"waivers/in_force"}),
    ):
        _, found = checked("--as-of", date)
        assert found[FAILING]["status"] == waived, date
        assert {c for c, f in found.items() if c.startswith("waivers/") and f["status"] == "fail"} == failing


def test_a_waiver_for_everything_is_too_broad(hubops, city: Path, checked) -> None:
    checked()
    waive(hubops, city, "--subject", "*")
    _, found = checked()
    (item,) = found["waivers/narrow"]["items"]
    assert item == {"item": "WVR-2026-001 subjects", "expected": "named subjects", "actual": "*"}
    code, out, _ = hubops("waive", "check", "-i", str(city))
    assert code == 1
    assert "waivers/narrow" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--subject", "city", "--approver", "P-003"), "valid: somebody else"),
        (("--subject", "city", "--until", "2028-01-01"), "90 days at most"),
        (("--subject", "city", "--until", "tomorrow"), "--until 'tomorrow'; valid: 2026-12-31"),
        (("--subject", "elsewhere"), "did not find any violation"),
        (("--subject", "city", "--item", "P-001"), "did not find P-001"),
        (("--item", "params.days"), "unknown param"),
        ((), "--subject"),
    ],
)
def test_a_waiver_that_may_not_be_is_refused(hubops, city: Path, checked, arguments, said: str) -> None:
    checked()
    code, _, err = waive(hubops, city, *arguments)
    assert code == 2
    assert said in " ".join(err.split())
    assert not (city / "waivers.yaml").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: re.sub(r"  until: .*\n", "", t), "waivers.yaml:1: `until` is missing"),
        (lambda t: t.replace("approver: P-001", "approver: P-003"), "valid: somebody else"),
        (lambda t: t.replace(FAILING, "people/agreement_signed"), f"Did you mean '{FAILING}'"),
        (lambda t: t + "  - [", "no YAML"),
    ],
    ids=["without an end", "self-approved", "unknown control", "malformed"],
)
def test_a_broken_file_of_waivers_stops_the_check_with_one_line(
    hubops, city: Path, checked, change, said
) -> None:
    checked()
    waive(hubops, city, "--subject", "city")
    path = city / "waivers.yaml"
    path.write_text(change(path.read_text()))
    code, out, err = hubops("check", "-i", str(city), "-c", "people", "-q")
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert len(json.loads(hubops("history", "-i", str(city), "--format", "json")[1])["runs"]) == 1


def test_a_threshold_laxer_than_the_standard_needs_a_waiver(hubops, city: Path) -> None:
    def drills(*arguments: str) -> dict:
        path = city.parent / "drills.json"
        hubops("check", "-i", str(city), "-c", "emergency/plans_drilled", "-o", f"json={path}", *arguments)
        (found,) = json.loads(path.read_text())["findings"]
        return found

    assert drills()["status"] == "fail"
    profile = city / "profile.yaml"
    profile.write_text("params:\n  emergency/plans_drilled:\n    days: 500\n")
    code, _, err = hubops("check", "-i", str(city), "-c", "emergency/plans_drilled")
    assert code == 2
    assert err.startswith(f"error: {profile}:3: emergency/plans_drilled days is 500, laxer than the standard")
    assert "hubops waive add emergency/plans_drilled --item params.days" in err
    assert len(err.strip().splitlines()) == 1

    code, _, err = hubops(
        "waive", "add", "emergency/plans_drilled", "-i", str(city), "--item", "params.days",
        "--from", "2026-11-20", "--until", "2026-12-15", *APPROVED,
    )  # fmt: skip
    assert code == 0, err
    found = drills("--as-of", "2026-11-24")
    assert found["status"] == "waived", "met under the laxer threshold, and never called a pass"
    profile.write_text("params: {emergency/plans_drilled: {days: 501}}\n")
    assert hubops("check", "-i", str(city), "-c", "emergency/plans_drilled")[0] == 2, "501 was not approved"
    profile.write_text("params: {emergency/plans_drilled: {days: 500}}\n")
    assert drills("--as-of", "2027-01-10")["status"] == "fail", "the bound holds again when the waiver ends"


def test_what_does_not_apply_is_said_with_its_approver(hubops, city: Path, checked) -> None:
    (city / "profile.yaml").write_text(
        "not_applicable:\n"
        "- {requirement: HUB-A4, reason: {en: no outsiders, zh: 无外部人员}, approver: P-001}\n"
        "- {requirement: GBT22239-8.1.8.1.c, reason: 无外部人员, approver: P-001}\n"
    )
    _, found = checked()
    assert found[FAILING]["status"] == "not_applicable"
    assert found[FAILING]["reason"]["zh"] == "无外部人员（批准人：P-001）"
    assert "(approved by P-001)" in found[FAILING]["reason"]["en"]


def test_history_and_diff_tell_what_changed(hubops, city: Path, checked) -> None:
    checked()
    path = city / "records/agreement.yaml"
    path.write_text(path.read_text().replace("expires: 2026-10-08", "expires: 2028-10-08"))
    checked()
    code, out, _ = hubops("diff", "-i", str(city), "--format", "json")
    (change,) = json.loads(out)["changes"]
    assert (code, change["direction"], change["was"], change["status"]) == (0, "better", "fail", "pass")
    assert [item["item"] for item in change["went"]] == ["P-009"]
    assert hubops("diff", "latest", "latest~1", "-i", str(city))[0] == 1, "backwards it got worse"

    code, out, _ = hubops("history", f"{FAILING}@city", "-i", str(city), "--format", "json")
    told = json.loads(out)
    (stand,) = told["standing"]
    assert stand["finding"]["status"] == "pass"
    assert stand["first_failed"] <= stand["last_passed"]
    assert [(c["was"], c["status"]) for c in told["transitions"]] == [("fail", "pass"), (None, "fail")]
    assert json.loads(hubops("history", "-i", str(city), "--as-of", "2020-01-01", "--format", "json")[1]) == {
        "runs": [],
        "transitions": [],
    }
    for arguments in (("diff", "latest", "latest"), ("diff", "x", "latest"), ("history", "nobody")):
        code, _, err = hubops(*arguments, "-i", str(city))
        assert code == 2
        assert "valid" in err


def test_explain_knows_controls_requirements_subjects_and_findings(hubops, city: Path, checked) -> None:
    checked()
    for what, words in (
        (FAILING, ("HUB-A4", "Everybody with access has signed", "How it stands", "Fail  city")),
        (f"{FAILING}@city", ("P-009", "records.agreement =", "AGR-009", "sha256:", "Mended by")),
        ("HUB-A4", ("people/agreements_signed", "City intelligence hub")),
        ("GBT36626-9.1", ("none yet: nothing shows it",)),
        ("city", ("Hub", "What is wrong", FAILING)),
    ):
        code, out, err = hubops("explain", what, "-i", str(city))
        assert code == 0, err
        assert all(word in out for word in words), (what, out)
        assert isinstance(json.loads(hubops("explain", what, "-i", str(city), "--format", "json")[1]), dict)
    for wrong, near in (
        ("people/agreement_signed", FAILING),
        ("HUB-A44", "HUB-A4"),
        (f"{FAILING}@cty", "city"),
    ):
        code, _, err = hubops("explain", wrong, "-i", str(city))
        assert code == 2
        assert f"Did you mean '{near}'" in err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_printed_fits_eighty_columns_in_its_language(hubops, city: Path, checked, lang: str) -> None:
    checked()
    waive(hubops, city, "--subject", "city")
    for arguments in (
        ("history",), ("history", FAILING), ("explain", f"{FAILING}@city"), ("explain", "HUB-A4"),
        ("explain", "city"), ("waive", "list"),
    ):  # fmt: skip
        code, out, err = hubops(*arguments, "-i", str(city), "--lang", lang)
        assert code == 0, err
        assert "\x1b" not in out
        assert max(cell_len(line) for line in out.splitlines()) <= 80, arguments
        assert CHINESE.search(out.replace("等待签署", "")) is None or lang == "zh", arguments


def test_as_of_judges_records_of_another_day_and_is_not_stored(hubops, city: Path, checked) -> None:
    _, found = checked("--as-of", "2026-10-08")
    assert found[FAILING]["status"] == "pass", "the agreement's last day"
    _, found = checked("--as-of", "2026-10-09")
    assert found[FAILING]["status"] == "fail"
    assert json.loads(hubops("history", "-i", str(city), "--format", "json")[1])["runs"] == []
    code, _, err = hubops("check", "-i", str(city), "--as-of", "2026-10-08", "-l", "node-1")
    assert code == 2
    assert "--limit" in err
