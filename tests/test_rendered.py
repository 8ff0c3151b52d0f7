"""Our lookup of templates gives what Ansible's own gives, to the byte."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from hubops import bundle

ROOT = bundle.find().root
WAYS = ("rendered", "ansible.builtin.template")
TEMPLATE = """\
# whole
{% for name in names | sort %}
{{ loop.index }} {{ name }} {{ hostvars['one'].greeting }}\\n {{ own | default('none') }}
{% endfor %}
{% include 'part.j2' %}
{{ nested.text }} {{ '{{' }} {{ unset | default('') }}

"""
LOOKUP = "{{ lookup('WAY', 'whole.j2', template_vars={'own': 'mine'}) }}"
PLAYBOOK = [
    {
        "hosts": "one",
        "gather_facts": False,
        "vars": {"names": ["b", "a"], "nested": {"text": "{{ names | join('-') }} 中文"}},
        "tasks": [
            {"ansible.builtin.copy": {"content": LOOKUP.replace("WAY", way), "dest": f"{{{{ playbook_dir }}}}/{way}"}}
            for way in WAYS
        ],
    }
]  # fmt: skip


def run(folder: Path, template: str) -> subprocess.CompletedProcess[str]:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates/whole.j2").write_text(template, encoding="utf-8")
    (folder / "templates/part.j2").write_text("part of {{ names | length }}\n", encoding="utf-8")
    (folder / "play.yml").write_text(json.dumps(PLAYBOOK), encoding="utf-8")
    (folder / "hosts.yml").write_text(
        "all: {hosts: {one: {ansible_connection: local, greeting: hello, ansible_python_interpreter: python3}}}"
    )
    return subprocess.run(
        ["ansible-playbook", "-i", str(folder / "hosts.yml"), str(folder / "play.yml")],
        env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg"), "ANSIBLE_HOME": str(folder / "home")},
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_it_renders_as_ansible_s_own_lookup_does(tmp_path: Path) -> None:
    done = run(tmp_path, TEMPLATE)
    assert done.returncode == 0, done.stdout
    ours, theirs = ((tmp_path / name).read_text(encoding="utf-8") for name in WAYS)
    assert ours == theirs
    assert "1 a hello\\n mine\n2 b hello\\n mine\npart of 2b-a 中文 {{" in ours


def test_what_is_not_defined_ends_the_task(tmp_path: Path) -> None:
    done = run(tmp_path, "{{ nowhere }}\n")
    assert done.returncode != 0
    assert "nowhere" in done.stdout + done.stderr
