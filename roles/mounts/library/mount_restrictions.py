#!/usr/bin/python
"""Restricts what may be done on file systems, now and at the next start, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: mount_restrictions
short_description: Restrict what may be done on file systems, now and at the next start
description:
  - A folder that is no mount becomes one by being mounted onto itself, so no file is moved, hidden or lost.
  - What is mounted already keeps its other options and is restricted where it is.
  - For the next start the line of fstab is changed or added; where a unit of the administrator's own mounts
    the path, which beats fstab, the unit gets a drop-in.
options:
  mounts:
    description: What is to hold where.
    type: list
    elements: dict
    required: true
    suboptions:
      path: {type: path, required: true, description: Where.}
      restrictions:
        description: What is to hold.
        type: list
        elements: str
        choices: [nodev, nosuid, noexec]
        required: true
      always:
        description: Whether a path that is no mount becomes one.
        type: bool
        default: false
author: [HubOps]
"""

EXAMPLES = r"""
- name: Restrict /tmp
  mount_restrictions:
    mounts: [{path: /tmp, restrictions: [nodev, nosuid, noexec], always: true}]
"""

RETURN = r"""
remounted: {description: The paths that were restricted now., type: list, returned: always}
"""

import glob
import os
import re
import tempfile

from ansible.module_utils.basic import AnsibleModule

FSTAB = "/etc/fstab"
OPPOSITES = {"nodev": "dev", "nosuid": "suid", "noexec": "exec"}
SHARED = "/dev/shm"  # noqa: S108 - no file is made there
# What systemd's own unit for /tmp says, which a line of fstab replaces.
TMPFS = "mode=1777,strictatime,size=50%,nr_inodes=1m"


def mounted(text):
    """path → (options, type) of the last mount at each path, from the text of mountinfo."""
    found = {}
    for line in text.splitlines():
        before, _separator, after = line.partition(" - ")
        fields = before.split(" ")
        found[_unescaped(fields[4])] = (fields[5], after.split(" ")[0])
    return found


def _unescaped(text):
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def restricted(options, restrictions):
    """The options with the restrictions, and nothing that takes one back; None where they hold already.

    >>> restricted("rw,exec", ["noexec"])
    'rw,noexec'
    """
    words = [word for word in options.split(",") if word]
    gone = {OPPOSITES[name] for name in restrictions} | {"noauto"}
    kept = [word for word in words if word not in gone and word not in restrictions]
    if set(restrictions) <= set(words) and not gone & set(words) and words[-1:] != ["defaults"]:
        return None
    return ",".join([*kept, *restrictions])


def table(text, wanted, now, elsewhere):
    """The text of fstab once each path's line says what is wanted, or has been added."""
    lines = text.splitlines()
    for mount in wanted:
        path, restrictions = mount["path"], mount["restrictions"]
        places = [number for number, line in enumerate(lines) if _at(line, path)]
        for number in places:
            fields = lines[number].split()
            fields += ["defaults", "0", "0"][len(fields) - 3 :]
            options = restricted(fields[3], restrictions)
            if options is not None:
                fields[3] = options
                lines[number] = " ".join(fields)
        if not places and path not in elsewhere and (mount["always"] or path in now):
            lines.append(_line(path, restrictions, now))
    return "".join(line + "\n" for line in lines)


def _at(line, path):
    fields = line.split()
    return len(fields) >= 3 and not fields[0].startswith("#") and _unescaped(fields[1]) == path


def _line(path, restrictions, now):
    options = ",".join(restrictions)
    if now.get(path, ("", ""))[1] == "tmpfs":
        return "tmpfs %s tmpfs %s 0 0" % (path, options if path == SHARED else TMPFS + "," + options)
    return "%s %s none bind,%s 0 0" % (path, path, options)


def _unit(path):
    return path.strip("/").replace("-", "\\x2d").replace("/", "-") + ".mount"


def drop_ins(wanted):
    """path → new text of the files that beat fstab: the drop-ins of a mount, where a unit of its own has ours."""
    found, elsewhere = {}, set()
    for mount in wanted:
        unit = _unit(mount["path"])
        folder = "/etc/systemd/system/%s.d" % unit
        own = [p for p in ("/etc/systemd/system/" + unit, "/run/systemd/system/" + unit) if os.path.isfile(p)]
        ours = folder + "/zz-hubops.conf"
        if own:
            elsewhere.add(mount["path"])
            options = _setting(own[0]) or ""
            said = restricted(options, mount["restrictions"]) or options
            found[ours] = "# Written by HubOps (role mounts).\n[Mount]\nOptions=%s\n" % said
        for path in glob.glob(folder + "/*.conf"):
            if path != ours and _setting(path) is not None:
                found[path] = "".join(
                    line for line in _text(path).splitlines(True) if not re.match(r"\s*Options\s*=", line)
                )
    return {path: text for path, text in found.items() if _text(path) != text}, elsewhere


def _setting(path):
    found = re.findall(r"^\s*Options\s*=\s*(.*?)\s*$", _text(path), re.MULTILINE)
    return found[-1] if found else None


def _text(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".hubops-")
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)


def _masked(path):
    unit = "/etc/systemd/system/" + _unit(path)
    return unit if os.path.islink(unit) and os.readlink(unit) == "/dev/null" else None


def _remount(module, path, options, now):
    how = ["-o", "remount,bind," + options] if path in now else []
    command = ["mount", *how, path]
    status, _out, err = module.run_command(command)
    if status:
        module.fail_json(msg="%s: `%s` failed: %s" % (path, " ".join(command), err.strip()))


def main():
    mount = {
        "path": {"type": "path", "required": True},
        "restrictions": {"type": "list", "elements": "str", "choices": list(OPPOSITES), "required": True},
        "always": {"type": "bool", "default": False},
    }
    options = {"mounts": {"type": "list", "elements": "dict", "required": True, "options": mount}}
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    now = mounted(_text("/proc/self/mountinfo"))
    wanted = [one for one in module.params["mounts"] if os.path.isdir(one["path"])]
    masks = [unit for one in wanted if one["always"] for unit in [_masked(one["path"])] if unit]
    texts, elsewhere = drop_ins(wanted)
    before, after = _text(FSTAB), table(_text(FSTAB), wanted, now, elsewhere)
    if before != after:
        texts[FSTAB] = after
    runs = {}
    for one in wanted:
        if one["path"] in now or one["always"]:
            new = restricted(now.get(one["path"], ("", ""))[0], one["restrictions"])
            if new is not None:
                runs[one["path"]] = new
    changes = [(path, _text(path), text) for path, text in texts.items()]
    changes += [(unit, "masked\n", "") for unit in masks]
    changes += [(path, now.get(path, ("", ""))[0] + "\n", new + "\n") for path, new in runs.items()]
    differences = [
        {"before_header": what, "after_header": what, "before": old, "after": new}
        for what, old, new in changes
    ]
    if differences and not module.check_mode:
        for unit in masks:
            os.unlink(unit)
        for path, text in texts.items():
            _write(path, text)
        for path, new in runs.items():
            _remount(module, path, new, now)
        if texts or masks:
            module.run_command(["systemctl", "daemon-reload"], check_rc=True)
    module.exit_json(changed=bool(differences), diff=differences, remounted=sorted(runs))


if __name__ == "__main__":
    main()
