#!/usr/bin/python
"""Brings several files to their wanted content and rights in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: managed_files
short_description: Bring several files to their wanted content and rights in one round trip
description:
  - Writes whole files, changes single lines of files that a package owns, makes directories and removes files.
  - One call serves a whole role, because on a slow host each module costs seconds.
  - Each file is validated before it replaces the one that is there, and replaced atomically.
options:
  files:
    description: What to bring about, in this order.
    type: list
    elements: dict
    required: true
    suboptions:
      path:
        description:
          - The file or directory.
          - A pattern with C(*) stands for the files that match it and are not named in the same list.
        type: path
        required: true
      state:
        description: Whether a file, a directory or nothing is to be there.
        type: str
        choices: [file, directory, absent]
        default: file
      content:
        description: The whole text of the file; a missing line end is added. Without it and O(files[].edits) only rights are set.
        type: str
      edits:
        description: Changes to single lines, for files that cannot be owned whole.
        type: list
        elements: dict
        suboptions:
          match:
            description: Regular expression of the lines to replace; of several only one remains.
            type: str
            required: true
          line:
            description: The line to stand there. Without it the matching lines are removed.
            type: str
          after:
            description: Regular expression of the line that a new line follows; else it is appended.
            type: str
          at_top:
            description: Whether a new line becomes the first.
            type: bool
            default: false
      mode:
        description: Rights in octal; 0644 for new files and 0755 for directories where it is not given.
        type: str
      owner:
        description: Owner's name.
        type: str
        default: root
      group:
        description: Group's name.
        type: str
        default: root
      validate:
        description: Command that must succeed on the new text, C(%s) being its file.
        type: str
author: [HubOps]
"""

EXAMPLES = r"""
- name: Write the settings
  managed_files:
    files:
      - path: /etc/ssh/sshd_config.d/00-hubops.conf
        content: "{{ lookup('rendered', 'sshd.conf.j2') }}"
        mode: "0600"
        validate: sshd -t -f %s
      - path: /etc/login.defs
        edits: [{match: '^\s*UMASK\b', line: "UMASK\t027"}]
"""

RETURN = r"""
paths:
  description: What was changed, or would be in check mode.
  type: list
  returned: always
"""

import glob
import grp
import os
import pwd
import re
import shlex
import shutil
import stat
import tempfile

from ansible.module_utils.basic import AnsibleModule

DEFAULT_MODES = {"file": "0644", "directory": "0755"}


def edited(text, edits):
    """The text with each edit made: matching lines become one line, or it is added."""
    lines = re.split(r"\r?\n", text)
    if not lines[-1]:
        lines.pop()
    for edit in edits:
        matches = [index for index, line in enumerate(lines) if re.search(edit["match"], line)]
        kept = [line for index, line in enumerate(lines) if index not in matches]
        if edit["line"] is not None:
            kept.insert(_position(kept, matches, edit), edit["line"])
        lines = kept
    return "".join(line + "\n" for line in lines)


def _position(lines, matches, edit):
    if matches or edit["at_top"]:
        return matches[0] if matches else 0
    follows = [index for index, line in enumerate(lines) if edit["after"] and re.search(edit["after"], line)]
    return follows[-1] + 1 if follows else len(lines)


def _read(path, read_text):
    """The file's text and rights; None and no rights where nothing is there.

    A file whose text is not asked for counts as empty: it may be huge, or no text at all.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None, {}
    text = None
    if stat.S_ISREG(status.st_mode):
        text = ""
    if text is not None and read_text:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            text = file.read()
    return text, {
        "mode": format(stat.S_IMODE(status.st_mode), "04o"),
        "owner": status.st_uid,
        "group": status.st_gid,
    }


def _ids(module, wanted):
    try:
        return pwd.getpwnam(wanted["owner"]).pw_uid, grp.getgrnam(wanted["group"]).gr_gid
    except KeyError as error:
        if module.check_mode:  # a package that is not installed yet may bring it
            return None, None
        module.fail_json(msg="%s: %s" % (wanted["path"], error))


def _validate(module, wanted, path):
    command = shlex.split(wanted["validate"].replace("%s", shlex.quote(path)))
    if module.check_mode and not shutil.which(command[0]):
        return
    status, out, err = module.run_command(command)
    if status:
        module.fail_json(
            msg="%s: refused by `%s`: %s" % (wanted["path"], wanted["validate"], (err or out).strip())
        )


def _give(path, rights):
    os.chown(path, rights["owner"], rights["group"])
    os.chmod(path, int(rights["mode"], 8))  # afterwards, for a change of owner takes setuid away


def _write(module, wanted, text, rights):
    """Puts text and rights in place in one step, so that no reader sees half of either."""
    folder = os.path.dirname(wanted["path"])
    if module.check_mode and not os.path.isdir(folder):
        return
    handle, temporary = tempfile.mkstemp(dir=None if module.check_mode else folder, prefix=".hubops-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if wanted["validate"]:
            _validate(module, wanted, temporary)
        if module.check_mode:
            return
        _give(temporary, rights)
        os.replace(temporary, os.path.realpath(wanted["path"]))
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _text(module, wanted, before):
    if wanted["content"] is not None:
        return wanted["content"].rstrip("\n") + "\n"
    if before is None and not wanted["edits"] and not module.check_mode:
        module.fail_json(msg="%s: is no file, so its rights cannot be set" % wanted["path"])
    return edited(before or "", wanted["edits"]) if wanted["edits"] else before


def _bring_about(module, wanted):
    """Makes one file what it should be; returns its difference, or None if it was so."""
    path = wanted["path"]
    has_text = wanted["content"] is not None or wanted["edits"]
    before, had = _read(path, read_text=has_text or wanted["state"] == "absent")
    if wanted["state"] == "absent":
        if not had:
            return None
        if not module.check_mode:
            os.unlink(path)
        return {"before_header": path, "after_header": path, "before": before or "", "after": ""}
    owner, group = _ids(module, wanted)
    rights = {
        "mode": wanted["mode"] or had.get("mode") or DEFAULT_MODES[wanted["state"]],
        "owner": owner,
        "group": group,
    }
    after = None
    if wanted["state"] == "file":
        after = _text(module, wanted, before)
    if before == after and had == rights:
        return None
    if wanted["state"] == "directory":
        if not module.check_mode:
            os.makedirs(path, exist_ok=True)
            _give(path, rights)
    elif before != after:
        _write(module, wanted, after, rights)
    elif not module.check_mode:
        _give(path, rights)
    shown = {"before_header": path, "after_header": path}
    if before == after:
        return dict(shown, before="%s\n" % had, after="%s\n" % rights)
    return dict(shown, before=before or "", after=after)


def _each(files):
    """The files one by one, patterns as what matches them now."""
    named = {wanted["path"] for wanted in files}
    for wanted in files:
        if glob.has_magic(wanted["path"]):
            for path in sorted(set(glob.glob(wanted["path"])) - named):
                if os.path.realpath(path) != os.devnull:  # such a link switches a file off; it has no text
                    yield dict(wanted, path=path)
        else:
            yield wanted


def main():
    edit = {
        "match": {"type": "str", "required": True},
        "line": {"type": "str"},
        "after": {"type": "str"},
        "at_top": {"type": "bool", "default": False},
    }
    wanted = {
        "path": {"type": "path", "required": True},
        "state": {"type": "str", "choices": ["file", "directory", "absent"], "default": "file"},
        "content": {"type": "str"},
        "edits": {"type": "list", "elements": "dict", "options": edit},
        "mode": {"type": "str"},
        "owner": {"type": "str", "default": "root"},
        "group": {"type": "str", "default": "root"},
        "validate": {"type": "str"},
    }
    files = {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": wanted,
        "mutually_exclusive": [("content", "edits")],
    }
    module = AnsibleModule(argument_spec={"files": files}, supports_check_mode=True)
    differences = [_bring_about(module, wanted) for wanted in _each(module.params["files"])]
    changes = [difference for difference in differences if difference]
    module.exit_json(
        changed=bool(changes), diff=changes, paths=[change["after_header"] for change in changes]
    )


if __name__ == "__main__":
    main()
