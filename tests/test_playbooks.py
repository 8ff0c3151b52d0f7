"""The wrapper of ansible-runner, with real playbooks on this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from hubops import bundle, playbooks
from hubops.bundle import Bundle
from hubops.cli import apply
from hubops.errors import ApplyFailed, BrokenInput, UsageError

INVENTORY = """\
all:
  vars: {ansible_python_interpreter: "%s"}
  hosts:
    here: {ansible_connection: local, hub_zone: platform}
    gone: {ansible_host: 127.0.0.9, ansible_port: 9, ansible_ssh_common_args: "-o ConnectTimeout=2"}
"""
PLAY = """\
- name: Try
  hosts: all
  gather_facts: false
  tasks:
    - name: Say something
      ansible.builtin.debug: {msg: "{{ word | default('nothing') }}"}
      tags: [talk]
    - name: Write
      ansible.builtin.copy: {content: "new\\n", dest: "{{ folder }}/written", mode: "0600"}
      tags: [write]
    - name: Write a secret
      ansible.builtin.copy: {content: "{{ word }}\\n", dest: "{{ folder }}/secret", mode: "0600"}
      no_log: true
      tags: [never, secret]
    - name: Fail
      ansible.builtin.command: sh -c 'echo deep reason >&2; exit 3'
      changed_when: false
      tags: [never, fail]
    - name: Rescue
      tags: [never, rescue]
      block:
        - name: Break
          ansible.builtin.fail: {msg: mended at once}
      rescue:
        - name: Mend
          ansible.builtin.debug: {msg: mended}
    - name: Explain
      tags: [never, explain]
      block:
        - name: Break
          ansible.builtin.fail: {msg: exit 1}
      rescue:
        - name: Tell
          ansible.builtin.fail: {msg: it came too late}
    - name: Wait
      ansible.builtin.command: sleep 300
      changed_when: false
      tags: [never, wait]
    - name: Warn
      warns:
      tags: [never, warn]
    - name: Use the role
      ansible.builtin.include_role: {name: thing}
      tags: [never, role]
"""


WARNS = """\
#!/usr/bin/python
from ansible.module_utils.basic import AnsibleModule
module = AnsibleModule({})
module.warn("only a restart helps")
module.exit_json(changed=False)
"""


@pytest.fixture
def mine(tmp_path: Path) -> Bundle:
    """A bundle of one playbook and one role, with the product's own settings of Ansible."""
    (tmp_path / "playbooks/library").mkdir(parents=True)
    (tmp_path / "playbooks/library/warns.py").write_text(WARNS)
    (tmp_path / "playbooks/try.yml").write_text(PLAY)
    tasks = tmp_path / "roles/thing/tasks/main.yml"
    tasks.parent.mkdir(parents=True)
    tasks.write_text("- {name: Rest, ansible.builtin.command: sleep 0.2, changed_when: true, tags: [role]}\n")
    (tmp_path / "hosts.yml").write_text(INVENTORY % sys.executable)
    shutil.copy(bundle.find().root / "ansible.cfg", tmp_path)
    return Bundle(tmp_path)


def _run(mine: Bundle, *tags: str, limit: str = "here", **options: object) -> playbooks.Outcome:
    extra = {"folder": str(mine.root), "word": "{{ 'spo' + 'ken' }}"}
    return playbooks.run(
        mine, "try", mine.root / "hosts.yml", tags=tags, limit=limit, extra_vars=extra, **options
    )


def test_changes_are_told_and_a_second_run_has_none(mine: Bundle) -> None:
    heard: list[str] = []
    first = _run(mine, on_task=lambda result: heard.append(f"{result.task} {result.status}"))
    assert heard == ["Say something ok", "Write changed"]
    assert [task.task for task in first.changes] == ["Write"]
    host = first.hosts["here"]
    assert (host.ok, host.changed, host.failed, host.status, host.message) == (2, 1, 0, "changed", None)
    assert first.seconds > 0
    assert _run(mine).hosts["here"].status == "ok"


def test_a_secret_that_changed_is_told_without_what_it_is(mine: Bundle) -> None:
    first = _run(mine, "secret")
    assert [task.task for task in first.changes] == ["Write a secret"]
    assert "spoken" not in repr(first)
    assert (mine.root / "secret").read_text() == "spoken\n"
    assert _run(mine, "secret").changes == []


def test_a_warning_is_told_though_nothing_changed(mine: Bundle, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = _run(mine, "warn")
    assert [(task.task, task.warnings) for task in outcome.tasks] == [("Warn", ("only a restart helps",))]
    apply.say_warnings(outcome)
    assert "Warn: here: only a restart helps" in capsys.readouterr().err
    assert [one["warning"] for one in apply.answer(outcome, diff=False)["warnings"]] == [
        "only a restart helps"
    ]


def test_check_and_diff_tell_and_change_nothing(mine: Bundle) -> None:
    outcome = _run(mine, "write", check=True, diff=True)
    assert outcome.hosts["here"].status == "changed"
    assert "+new" in outcome.changes[0].output
    assert not (mine.root / "written").exists()


def test_a_failure_gives_its_deepest_reason(mine: Bundle) -> None:
    outcome = _run(mine, "fail")
    assert [host.name for host in outcome.broken] == ["here"]
    assert outcome.hosts["here"].status == "failed"
    with pytest.raises(ApplyFailed, match=r"try: here failed: Fail: .*deep reason"):
        outcome.raise_for_hosts("try")


def test_unreachable_is_not_failed(mine: Bundle) -> None:
    outcome = _run(mine, "write", limit="all")
    assert {name: host.status for name, host in outcome.hosts.items()} == {
        "gone": "unreachable",
        "here": "changed",
    }
    assert "Connection refused" in str(outcome.hosts["gone"].message)


def test_a_rescued_failure_is_none(mine: Bundle) -> None:
    outcome = _run(mine, "rescue")
    assert outcome.broken == []
    assert outcome.hosts["here"].message is None


def test_the_reason_is_what_was_said_last(mine: Bundle) -> None:
    assert _run(mine, "explain").hosts["here"].message == "Tell: it came too late"


def test_seconds_by_role(mine: Bundle) -> None:
    seconds = _run(mine, "role").role_seconds()
    assert list(seconds) == ["thing"]
    assert seconds["thing"] >= 0.2


def test_a_playbook_that_cannot_run_says_why(mine: Bundle) -> None:
    (mine.playbooks / "broken.yml").write_text("- hosts: all\n  tasks: {not: a list}\n")
    with pytest.raises(ApplyFailed, match="task"):
        playbooks.run(mine, "broken", mine.root / "hosts.yml")
    with pytest.raises(UsageError, match=r"hosts\.yml: no host matches nobody"):
        _run(mine, limit="nobody")


def test_nothing_is_left_on_disk(mine: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setenv("HUBOPS_PLANTED", "a-secret")
    seen: list[str] = []

    def look(result: playbooks.TaskResult) -> None:
        for path in scratch.rglob("*"):
            if path.is_file() and b"a-secret" in path.read_bytes():
                seen.append(str(path))

    _run(mine, "talk", on_task=look)
    assert seen == []
    assert list(scratch.iterdir()) == []


INTERRUPTED = """\
import sys
from pathlib import Path
from hubops import playbooks
from hubops.bundle import Bundle
root = Path(sys.argv[1])
try:
    playbooks.run(Bundle(root), "try", root / "hosts.yml", limit="here", tags=["wait"], extra_vars={"folder": str(root)},
                  on_task=lambda result: None)
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_ansible_with_its_children(mine: Bundle, number: signal.Signals) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(mine.root)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ},
    )
    try:
        assert _until(lambda: _sleeping(mine.root)), "the playbook never came to its task"
        program.send_signal(number)
        assert program.communicate(timeout=30)[0] == "interrupted\n"
        assert _until(lambda: not _sleeping(mine.root)), "a child lives on"
    finally:
        program.kill()


def _sleeping(root: Path) -> list[Path]:
    """The processes of this test's playbook: they carry its folder in their environment or command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if command.startswith(b"sleep\x00300") and str(root).encode() in environment:
            found.append(process)
    return found


def _until(holds: object, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.2)
    return False


def test_hosts_of_an_inventory_with_their_variables(mine: Bundle) -> None:
    hosts = playbooks.read_inventory(mine, mine.root / "hosts.yml")
    assert list(hosts) == ["gone", "here"]
    assert hosts["here"]["hub_zone"] == "platform"
    assert list(playbooks.read_inventory(mine, mine.root / "hosts.yml", "here")) == ["here"]


def test_a_file_that_is_no_inventory_is_named(mine: Bundle) -> None:
    path = mine.root / "broken.yml"
    path.write_text("all: [\n")
    with pytest.raises(BrokenInput, match=r"broken\.yml:2 is no inventory"):
        playbooks.read_inventory(mine, path)
