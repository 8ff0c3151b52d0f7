"""What `hubops new` begins is whole in shape, fails until it is written, and passes then."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from checkout import Checkout, copy_to
from jsonschema import Draft7Validator

from hubops import bundle
from hubops.evidence.schema import sections
from hubops.scaffold import sample

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PORT = "policies/controls/ssh/port_chosen"


@pytest.fixture
def copy(tmp_path: Path) -> Checkout:
    return copy_to(tmp_path / "checkout")


def new(copy: Checkout, *arguments: str) -> CompletedProcess[str]:
    return copy.run("-m", "hubops", "new", *arguments)


def opa(copy: Checkout, *arguments: str) -> CompletedProcess[str]:
    return copy.run("-m", "hubops", "engines", "run", "opa", "--", *arguments)


def failing(copy: Checkout, *arguments: str) -> set[str]:
    """The names of the copy's own tests that fail; some must have been run."""
    done = copy.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)
    assert re.search(r"\d+ (passed|failed)", done.stdout), done.stdout + done.stderr
    assert "error" not in done.stdout.splitlines()[-1], done.stdout
    return set(re.findall(r"^FAILED [^:]+::(\w+)", done.stdout, re.MULTILINE))


def everything(copy: Checkout) -> dict[str, bytes]:
    skipped = (".hubops/", ".ansible/")
    found = {str(p.relative_to(copy.root)): p for p in copy.root.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(skipped)}


def test_a_control_fails_until_it_is_written(copy: Checkout) -> None:
    before = everything(copy)
    done = new(copy, "control", "ssh/port_chosen", "--subject", "host", "--evidence", "sshd")
    assert done.returncode == 0, done.stderr
    made = set(everything(copy)) - set(before)
    assert made == {
        f"{PORT}/{name}"
        for name in (
            "port_chosen.rego", "port_chosen_test.rego", "examples/todo.fail.json", "examples/todo.pass.json"
        )
    }  # fmt: skip
    assert all(name in done.stdout for name in made)

    strict = ("check", "--strict", "-b", "-s", "policies/schemas", "policies")
    assert opa(copy, *strict).returncode == 0
    assert opa(copy, "fmt", "--list", "--fail", "policies").returncode == 0
    assert copy.run("docs/make.py").returncode == 0
    assert opa(copy, "test", "-b", "policies").returncode != 0
    assert failing(copy, "tests/test_contracts.py", "-k", "port_chosen") == {
        "test_every_line_is_reached_by_its_tests",
        "test_examples_show_what_their_names_say",
        "test_no_control_is_left_to_write",
        "test_requirements_exist",
    }

    _write_the_control(copy)
    assert opa(copy, *strict).returncode == 0
    assert opa(copy, "test", "-b", "policies").returncode == 0
    assert failing(copy, "tests/test_contracts.py", "-k", "port_chosen") == set()


def _write_the_control(copy: Checkout) -> None:
    rule, test = f"{PORT}/port_chosen.rego", f"{PORT}/port_chosen_test.rego"
    copy.edit(
        rule,
        "# TODO: one denial for each thing that is wrong, from the evidence and data.params alone.\n",
        "",
    )
    copy.edit(rule, "[TODO]", "[HUB-C4.1]")
    copy.edit(rule, "TODO", "logging")
    copy.edit(rule, "待写", "日志")
    copy.edit(rule, "count(input.sshd.unreadable) < 0", 'input.sshd.options.loglevel == "QUIET"')
    copy.edit(test, '"TODO"', '"logging"')
    copy.edit(test, '{"sshd": {"unreadable": []}}', '{"sshd": {"options": {"loglevel": "QUIET"}}}')
    copy.edit(
        test,
        "_evidence\n\tdenials == set()",
        '{"sshd": {"options": {"loglevel": "INFO"}}}\n\tdenials == set()',
    )
    examples = copy.root / PORT / "examples"
    for outcome, level in (("fail", "QUIET"), ("pass", "INFO")):
        text = (examples / f"todo.{outcome}.json").read_text().replace("TODO", "some")
        (examples / f"todo.{outcome}.json").unlink()
        example = json.loads(text)
        example["sshd"]["options"]["loglevel"] = level
        (examples / f"{level.lower()}.{outcome}.json").write_text(json.dumps(example))


@pytest.mark.parametrize("section", sections(bundle.find().schemas))
def test_an_example_of_each_section_is_as_its_schema_says(section: str) -> None:
    schema = json.loads((bundle.find().schemas / f"{section}.json").read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(sample(schema))) == []


def test_a_kind_of_record_fails_until_it_is_written(copy: Checkout) -> None:
    assert new(copy, "record", "site_visit").returncode == 0
    assert copy.run("docs/make.py").returncode == 0
    kinds = copy.text("src/hubops/records/kinds.py")
    assert kinds.index('"roster"') < kinds.index('"site_visit": SiteVisit,') < kinds.index('"training"')
    assert failing(copy, "tests/records/test_kinds.py") == set()
    assert failing(copy, "tests/test_contracts.py", "-k", "examples_show and people") == set()
    checks = ("tests/records/test_site_visit.py", "tests/test_contracts.py", "-k", "site_visit or no_record")
    assert failing(copy, *checks) == {"test_todo_is_refused", "test_no_record_is_left_to_write"}

    model, test = "src/hubops/records/site_visit.py", "tests/records/test_site_visit.py"
    copy.edit(model, "TODO", "a visit")
    copy.edit(model, "待写", "巡查")
    copy.edit(test, "TODO: what", "What")
    copy.edit(test, "TODO", "a day without a time")
    copy.edit(test, "2026-03-01", "soon")
    assert copy.run("docs/make.py").returncode == 0
    assert failing(copy, *checks) == set()
    assert failing(copy, "tests/records/test_kinds.py") == set()


def test_a_role_fails_until_it_is_written(copy: Checkout) -> None:
    assert new(copy, "role", "audit_log").returncode == 0
    site = copy.text("playbooks/site.yml")
    assert (
        site.index("{role: accounts}") < site.index("{role: audit_log}") < site.index("{role: log_forward}")
    )
    assert failing(copy, "tests/test_contracts.py", "-k", "audit_log") == {"test_no_role_is_left_to_write"}
    syntax = ("-m", "ansible", "playbook", "--syntax-check", "-i", "localhost,", "playbooks/site.yml")
    checked = copy.run(
        *syntax, ANSIBLE_CONFIG=str(copy.root / "ansible.cfg"), ANSIBLE_HOME=str(copy.root / ".ansible")
    )
    assert checked.returncode == 0, checked.stderr
    molecule = "roles/audit_log/molecule/default"
    verify = (f"{molecule}/tests", "--hosts=local://")
    assert failing(copy, *verify) == {"test_todo"}

    copy.edit(f"{molecule}/tests/test_audit_log.py", "/etc/TODO", "/etc")
    for name in ("defaults/main.yml", "meta/argument_specs.yml", "tasks/main.yml"):
        copy.edit(f"roles/audit_log/{name}", "TODO", "Audit")
    for name in ("drift.yml", "tests/test_audit_log.py"):
        copy.edit(f"{molecule}/{name}", "TODO: ", "")
    assert failing(copy, *verify) == set()
    assert failing(copy, "tests/test_contracts.py", "-k", "audit_log") == set()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("control", "ssh/root_login_denied", "--evidence", "sshd"), "exists"),
        (("control", "ssh", "--evidence", "sshd"), "DOMAIN/NAME"),
        (("control", "ssh/Banner", "--evidence", "sshd"), "small letters"),
        (("control", "ssh/../../../x", "--evidence", "sshd"), "small letters"),
        (("control", "ssh/banner_test", "--evidence", "sshd"), "not ending in _test"),
        (("control", "ssh/banner", "--evidence", "sshdd"), "'sshd'"),
        (("control", "ssh/banner", "--evidence", "sshd", "--evidence", "plan"), "host, stack"),
        (("control", "ssh/banner", "--evidence", "sshd", "--subject", "hub"), "host, hub"),
        (("control", "ssh/banner"), "--evidence"),
        (("record", "person"), "exists"),
        (("record", "base"), "exists"),
        (("record", "unreadable"), "exists"),
        (("record", "class"), "keyword"),
        (("role", "ssh_server"), "exists"),
        (("role", "ssh-server"), "small letters"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_is_answered_and_nothing_written(
    mistaken: Checkout, arguments: tuple[str, ...], said: str
) -> None:
    before = everything(mistaken)
    done = new(mistaken, *arguments)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert everything(mistaken) == before


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """One copy for all mistakes: none of them changes it."""
    return copy_to(tmp_path_factory.mktemp("mistaken"))


def test_all_is_written_or_nothing(copy: Checkout) -> None:
    shutil.rmtree(copy.root / "tests/records")
    (copy.root / "tests/records").write_text("in the way")
    before = everything(copy)
    done = new(copy, "record", "permit")
    assert done.returncode == 2
    assert "nothing was" in done.stderr
    assert everything(copy) == before
    assert not list(copy.root.rglob(".*.??????")), "a half-written file is left"


def test_an_installation_has_nothing_to_add_to(copy: Checkout, tmp_path: Path) -> None:
    site = Checkout(tmp_path / "site")
    shutil.copytree(copy.root / "src/hubops", site.root / "hubops")
    for part in ("policies", "roles", "playbooks"):
        shutil.copytree(copy.root / part, site.root / "hubops/_bundle" / part)
    for language, said in (("en", "checkout"), ("zh", "检出目录")):
        done = site.run("-m", "hubops", "new", "role", "x", "--lang", language, PYTHONPATH=str(site.root))
        assert done.returncode == 2
        assert said in done.stderr
    assert not (site.root / "hubops/_bundle/roles/x").exists()


def test_it_speaks_chinese(copy: Checkout) -> None:
    done = new(copy, "role", "audit_log", "--lang", "zh")
    assert done.returncode == 0
    assert all(CHINESE.search(line) for line in done.stdout.splitlines() if line)
