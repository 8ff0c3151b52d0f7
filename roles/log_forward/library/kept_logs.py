#!/usr/bin/python
"""Makes logrotate keep every log long enough, and log files private, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: kept_logs
short_description: Make logrotate keep every log long enough, and log files private
description:
  - logrotate has no place for settings that beat those of the packages' own rules, so numbers are changed in these rules.
  - Sees to it that the timer that starts logrotate is on.
  - A rule that rotates by size keeps logs for no certain time; it becomes a rule of periods.
options:
  days:
    description: How long each log is kept at least.
    type: int
    required: true
  public:
    description: Names of log files below C(/var/log) that all may read, because programs of every user do.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Keep logs
  kept_logs:
    days: 190
    public: [lastlog, wtmp]
"""

RETURN = r"""
closed: {description: Log files that others could read or write., type: list, returned: always}
"""

import glob
import math
import os
import re
import shutil
import stat
import tempfile

from ansible.module_utils.basic import AnsibleModule

MAIN = "/etc/logrotate.conf"
TIMER = "logrotate.timer"
# The shortest that each period can be.
DAYS = {"hourly": 1 / 24, "daily": 1, "weekly": 7, "monthly": 28, "yearly": 365}
SCRIPTS = ("prerotate", "postrotate", "firstaction", "lastaction", "preremove")
DISABLED = re.compile(
    r"(\.(bak|cfsaved|disabled|dpkg-.*|new|old|rhn-cfg-tmp-.*|rpm.*|swp|ucf-.*|orig)|,v|~)$"
)


class Scope:
    """The lines of one block, or those outside of all blocks, and what they come to."""

    def __init__(self, outer=None):
        self.period = outer.period if outer else None
        self.rotate = outer.rotate if outer else 0
        self.lines = []  # numbers of the lines that say how long, with their word
        self.end = None  # the number of the closing line

    def take(self, number, words):
        word = words[0]
        if word in DAYS:
            self.period = word
        elif word == "rotate" and len(words) > 1:
            self.rotate = int(words[1])
        elif word not in ("size", "maxsize", "maxage", "create"):
            return
        self.lines.append((number, words))


def _scopes(lines, outer):
    """(outside, [block, …]) of a file; the text of scripts is passed over."""
    outside, blocks, block, in_script = Scope(outer), [], None, False
    for number, line in enumerate(lines):
        words = line.split("#")[0].replace("=", " ").split()
        if not words:
            continue
        if in_script:
            in_script = words[0] != "endscript"
        elif words[0] in SCRIPTS:
            in_script = True
        elif words[-1] == "{" or line.rstrip().endswith("{"):
            block = Scope(outside)
        elif words[0] == "}" and block:
            block.end = number
            blocks.append(block)
            block = None
        elif not line.lstrip().startswith(("/", '"', "'")):
            (block or outside).take(number, words)
    return outside, blocks


def _changes(scope, days):
    """({number of a line: its new text or None}, lines to add) so that the scope keeps its logs for `days`."""
    changed, has_size = {}, False
    period = scope.period
    for number, words in scope.lines:
        if words[0] in ("size", "maxsize"):
            changed[number], has_size = None, True
        elif words[0] == "maxage" and int(words[1]) < days:
            changed[number] = "maxage %d" % days
        elif words[0] == "create" and len(words) > 1 and words[1].isdigit() and int(words[1], 8) & 0o7:
            private = format(int(words[1], 8) & 0o770, "04o")
            changed[number] = " ".join(["create", "0640" if private == "0640" else private, *words[2:]])
    added = []
    if period is None or (has_size and not any(words[0] in DAYS for _number, words in scope.lines)):
        period = period or "weekly"
        added.append(period)
    needed = math.ceil(days / DAYS[period])
    if 0 <= scope.rotate < needed:
        own = [number for number, words in scope.lines if words[0] == "rotate"]
        changed.update({number: "rotate %d" % needed for number in own})
        added += [] if own else ["rotate %d" % needed]
    return changed, added


def _kept(text, days, outer):
    """(the text of a file with the numbers that keep logs for `days`, its outermost scope)."""
    lines = text.splitlines()
    outside, blocks = _scopes(lines, outer)
    new = dict(enumerate(lines))
    scopes = blocks + ([outside] if outer is None else [])
    for scope in scopes:
        changed, added = _changes(scope, days)
        for number, line in changed.items():
            indent = re.match(r"\s*", lines[number]).group()
            new[number] = None if line is None else indent + line
        if scope.end is not None and added:
            new[scope.end] = "\n".join(["\t" + line for line in added] + [lines[scope.end]])
        elif added:
            new[0] = "\n".join([*added, lines[0]])
    _changed, _added = _changes(outside, days)
    outside.rotate = max(outside.rotate, math.ceil(days / DAYS[outside.period or "weekly"]))
    outside.period = outside.period or "weekly"
    return "".join(line + "\n" for line in new.values() if line is not None), outside


def _rules(days):
    """(path, text, text with enough) of each file that logrotate reads; the main file's own settings hold for the others."""
    outer = None
    for path in [MAIN, *sorted(glob.glob("/etc/logrotate.d/*"))]:
        if not os.path.isfile(path) or DISABLED.search(path):
            continue
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        new, outside = _kept(text, days, outer)
        outer = outer or outside
        yield path, text, new


def _replace(module, path, text):
    """Puts the new text in place in one step, once logrotate has understood it."""
    handle, temporary = tempfile.mkstemp(
        dir=os.path.dirname(path), suffix=".new"
    )  # a name that logrotate passes over
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
    # Its exit code is no answer: a log that is not there yet is an error to it, too.
    _status, _out, err = module.run_command(["/usr/sbin/logrotate", "--debug", temporary])
    refused = re.search(r"error: %s:\d+ .*" % re.escape(temporary), err)
    if refused:
        os.unlink(temporary)
        module.fail_json(msg="%s: logrotate would refuse the new text: %s" % (path, refused.group()))
    shutil.copymode(path, temporary)
    os.replace(temporary, path)


def _open_files(public):
    """Log files that others than owner and group may use."""
    for folder, _folders, names in os.walk("/var/log"):
        for name in names:
            path = os.path.join(folder, name)
            try:
                status = os.lstat(path)
            except FileNotFoundError:
                continue
            spared = (
                folder == "/var/log"
                and re.sub(r"\.[0-9]+$", "", name) in public
                and status.st_mode & 0o7 == 4
            )
            if stat.S_ISREG(status.st_mode) and status.st_mode & 0o7 and not spared:
                yield path, stat.S_IMODE(status.st_mode)


def _scheduled(module):
    """Whether the timer is on already; in check mode it may still have to be installed."""
    status, _out, _err = module.run_command(["systemctl", "is-active", "--quiet", TIMER])
    return status == 0 and os.path.lexists("/etc/systemd/system/timers.target.wants/" + TIMER)


def main():
    options = {
        "days": {"type": "int", "required": True},
        "public": {"type": "list", "elements": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    differences = []
    for path, text, new in list(_rules(module.params["days"])):
        if new != text:
            differences.append({"before_header": path, "after_header": path, "before": text, "after": new})
            if not module.check_mode:
                _replace(module, path, new)
    if not _scheduled(module):
        shown = {"before": "off\n", "after": "on\n", "before_header": TIMER, "after_header": TIMER}
        differences.append(shown)
        if not module.check_mode:
            module.run_command(["systemctl", "enable", "--now", "--quiet", TIMER], check_rc=True)
    opened = sorted(_open_files(module.params["public"]))
    for path, mode in opened:
        shown = {"before": "mode %04o\n" % mode, "after": "mode %04o\n" % (mode & 0o770)}
        differences.append(dict(shown, before_header=path, after_header=path))
        if not module.check_mode:
            os.chmod(path, mode & 0o770)
    module.exit_json(changed=bool(differences), diff=differences, closed=[path for path, _mode in opened])


if __name__ == "__main__":
    main()
