"""Bad input through the real command line: one clear line, its exit code, and nothing else is harmed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from command import Command, ended, hub, own_bundle

from hubops import bundle

LOCAL = f"ansible_connection: local, ansible_become: false, ansible_python_interpreter: {sys.executable}"
ONE_HOST = f"all: {{hosts: {{here: {{{LOCAL}}}}}}}\n"
RECORDS = bundle.find().inventories / "lab/records"
BIG = 100_000_000
HUGE = 10 * BIG  # a file with nothing on the disk
ROOT_LOGIN = "policies/controls/ssh/root_login_denied/root_login_denied.rego"


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_a_host_that_cannot_be_reached_is_unknown_and_harms_no_other(command: Command) -> None:
    inventory = hub(
        command.root,
        f"all: {{hosts: {{here: {{{LOCAL}}}, gone: {{ansible_host: 127.0.0.1, ansible_port: 9}}}}}}",
    )
    said, found = command.findings("-i", inventory, "-c", "packages/sources_authenticated")
    assert said.code == 3
    assert {f["status"] for (_, host), f in found.items() if host == "here"} == {"pass"}
    gone = [f for (_, host), f in found.items() if host == "gone"]
    assert {f["status"] for f in gone} == {"unknown"}
    for finding in gone:
        assert finding["reason"]["en"].endswith("127.0.0.1 port 9: Connection refused")
        assert "\n" not in finding["reason"]["en"]


@pytest.mark.parametrize(
    ("hosts", "place", "why"),
    [
        ("all:\n  hosts: [\n", "hosts.yaml:3", "expected node content"),
        ("- here\n", "hosts.yaml", "should be a dictionary"),
        ("all: {hosts: {here: 3}}\n", "hosts.yaml", "expected dictionary and got: 3"),
        ("plugin: nonesuch\n", "hosts.yaml", "unknown plugin 'nonesuch'"),
    ],
)
def test_an_inventory_that_is_none_is_named(command: Command, hosts: str, place: str, why: str) -> None:
    said = command.run("check", "-i", hub(command.root, hosts), "-c", "packages/sources_authenticated")
    assert said.code == 2
    assert f"/hub/{place} is no inventory" in said.error
    assert why in said.error


def test_broken_variables_of_a_group_are_named(command: Command) -> None:
    inventory = hub(command.root, ONE_HOST)
    (Path(inventory) / "group_vars").mkdir()
    (Path(inventory) / "group_vars/all.yaml").write_text("port: [\n")
    said = command.run("check", "-i", inventory, "-c", "packages/sources_authenticated")
    assert said.code == 2
    assert "group_vars/all.yaml:2" in said.error


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("person.yaml", "- id: a\n  - [\n", "person.yaml:2: no YAML"),
        ("extra.yaml", "- {id: a, kind: persn}\n", "extra.yaml:1: `kind` is 'persn'"),
    ],
)
def test_records_that_are_broken_leave_their_controls_unknown(
    command: Command, name: str, text: str, reason: str
) -> None:
    inventory = hub(command.root, ONE_HOST)
    shutil.copytree(RECORDS, Path(inventory) / "records", dirs_exist_ok=True)
    (Path(inventory) / "records" / name).write_text(text)
    said, found = command.findings("-i", inventory, "-c", "people", "-c", "packages/sources_authenticated")
    assert said.code == 3
    on_records = [f for (_, subject), f in found.items() if subject == "hub"]
    assert on_records
    for finding in on_records:
        assert finding["status"] == "unknown"
        assert reason in finding["reason"]["en"]
        assert "\n" not in finding["reason"]["en"]
        assert "persn" not in text or "did you mean 'person'?" in finding["reason"]["en"]
    assert {f["status"] for (_, subject), f in found.items() if subject == "here"} == {"pass"}


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("check", "--stack", "labb"), "stack 'labb'"),
        (("provision", "preview", "labb"), "stack 'labb'"),
        (("check", "-c", "ssh/root_login_denyed"), "control 'ssh/root_login_denyed'"),
        (("explain", "ssh/root_login_denyed"), "control 'ssh/root_login_denyed'"),
    ],
)
def test_the_nearest_name_is_suggested(command: Command, arguments: tuple[str, ...], kind: str) -> None:
    said = command.run(*arguments)
    assert said.code == 2
    assert said.error.startswith(f"unknown {kind}")
    assert "Did you mean '" + ("lab" if "stack" in kind else "ssh/root_login_denied") + "'?" in said.err
    assert not (command.state / "results.db").exists() or command.newest_run() is None


def test_evidence_that_is_too_large_is_refused_before_it_is_read(command: Command) -> None:
    folder = command.root / "evidence"
    folder.mkdir()
    path = folder / "host-here.json"
    with path.open("wb") as file:
        file.truncate(HUGE)
    process = command.start("check", "--evidence", str(folder))
    assert process.stderr
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 2
    assert f"error: {path} is no stored evidence: it has {HUGE} bytes; valid: a file of at most" in error
    # Kilobytes; the program alone takes a fifth, and what the tests hold when they start it is counted as well.
    assert usage.ru_maxrss < HUGE / 1000


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, '{"subject": {"name": "a", "kind": "hots"}}', "\xff", ""]
)
def test_evidence_that_is_none_is_named(command: Command, text: str) -> None:
    folder = command.root / "evidence"
    folder.mkdir()
    (folder / "host-here.json").write_text(text, encoding="latin-1")
    said = command.run("check", "--evidence", str(folder))
    assert said.code == 2
    assert f"{folder / 'host-here.json'} is no stored evidence" in said.error


def test_evidence_on_one_host_in_two_files_is_refused(command: Command) -> None:
    folder = command.root / "evidence"
    command.run("collect", "--host", "localhost", "-c", "packages/sources_authenticated", "-o", str(folder))
    (path,) = folder.iterdir()
    shutil.copy(path, folder / "zz.json")
    said = command.run("check", "--evidence", str(folder), "-c", "packages/sources_authenticated")
    assert said.code == 2
    assert str(folder / "zz.json") in said.error
    assert str(path) in said.error


def test_a_host_that_answers_far_too_much_is_unknown_and_harms_no_other(command: Command) -> None:
    shell = command.root / "shell"
    flood = f"head -c {BIG} /dev/zero | tr '\\0' x"
    shell.write_text(
        f'#!/bin/sh\ncase "$*" in *hubops-collect.pyz*--sections*) {flood};; *) exec /bin/sh "$@";; esac\n'
    )
    shell.chmod(0o755)
    inventory = hub(
        command.root,
        f"all: {{hosts: {{here: {{{LOCAL}}}, flood: {{{LOCAL}, ansible_shell_executable: {shell}}}}}}}",
    )
    said, found = command.findings("-i", inventory, "-c", "packages/sources_authenticated")
    assert said.code == 3
    assert {f["status"] for (_, host), f in found.items() if host == "here"} == {"pass"}
    flooded = [f for (_, host), f in found.items() if host == "flood"]
    assert {f["status"] for f in flooded} == {"unknown"}
    assert all(f"{BIG} bytes, more than" in f["reason"]["en"] for f in flooded)


def test_a_syntax_error_in_a_policy_is_named_with_its_line(command: Command) -> None:
    folder = own_bundle(command.root)
    command.run(
        "check", "--host", "localhost", "-c", "packages/sources_authenticated", HUBOPS_BUNDLE=str(folder)
    )
    before = command.newest_run()
    path = folder / ROOT_LOGIN
    lines = path.read_text().count("\n")
    path.write_text(path.read_text() + "deny contains if {\n")
    said = command.run("check", "--host", "localhost", "-c", "ssh", HUBOPS_BUNDLE=str(folder))
    assert said.code == 2
    assert f"{path}:{lines + 1}: rego_parse_error" in said.error
    assert before
    assert command.newest_run() == before


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("severity: high", "severity: extreme", 9, "Input should be 'high_risk', 'high', 'medium' or 'low'"),
        ("severity: high", "severity: [", 11, "expected ',' or ']'"),
        ("#   severity: high\n", "", 1, "severity: Field required"),
        ("max_age: 26h", "max_age: soon", 1, "'soon' is no span of time"),
        ("# METADATA\n", "#\n", 1, "there is none"),
    ],
)
def test_a_broken_header_is_named_with_its_line(
    command: Command, old: str, new: str, line: int, why: str
) -> None:
    folder = own_bundle(command.root)
    path = folder / ROOT_LOGIN
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    said = command.run("check", "--host", "localhost", "-c", "ssh", HUBOPS_BUNDLE=str(folder))
    assert said.code == 2
    assert f"{path}:{line}: the METADATA header is broken: " in said.error
    assert why in said.error


def test_a_control_that_is_no_text_is_named(command: Command) -> None:
    folder = own_bundle(command.root)
    (folder / ROOT_LOGIN).write_bytes(b"\xff\xfe")
    said = command.run("controls", HUBOPS_BUNDLE=str(folder))
    assert said.code == 2
    assert f"{folder / ROOT_LOGIN} cannot be read" in said.error


def test_a_bundle_that_is_none_is_told_what_it_lacks(command: Command) -> None:
    (command.root / "policies").mkdir()
    said = command.run("check", "--host", "localhost", HUBOPS_BUNDLE=str(command.root))
    assert said.code == 2
    assert said.error == (
        f"{command.root} is no HubOps bundle: it lacks roles, playbooks, stacks, inventories, engines"
    )


def test_errors_are_said_in_chinese_too(command: Command) -> None:
    folder = own_bundle(command.root)
    (folder / ROOT_LOGIN).write_bytes(b"\xff\xfe")
    said = ended(command.start("controls", HUBOPS_BUNDLE=str(folder), HUBOPS_LANG="zh"))
    assert said.code == 2
    assert said.err.startswith(f"错误: 无法读取 {folder / ROOT_LOGIN}")
