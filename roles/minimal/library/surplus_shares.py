#!/usr/bin/python
"""Takes back what a host shares and what super-servers start, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: surplus_shares
short_description: Take back what a host shares and what super-servers start
description:
  - Lines that share a directory (NFS, Samba) or start a service (inetd) become comments; a service of xinetd is disabled.
  - What is exported at this moment is taken back too.
options:
  mark:
    description: What is put before a line that becomes a comment.
    type: str
    default: "# Against HubOps: "
author: [HubOps]
"""

EXAMPLES = r"""
- name: Share nothing
  surplus_shares:
"""

RETURN = r"""
paths: {description: Files that were changed., type: list, returned: always}
"""

import glob
import os
import re
import shutil
import tempfile

from ansible.module_utils.basic import AnsibleModule

COMMENT = re.compile(r"\s*([#;]|$)")


def _commented(lines, mark):
    return [line if COMMENT.match(line) else mark + line for line in lines]


def _samba(lines, mark):
    """Every section but the global one becomes comments, to its end."""
    shared, new = False, []
    for line in lines:
        section = re.match(r"\s*\[\s*(.+?)\s*\]", line)
        if section:
            shared = section.group(1).lower() != "global"
        new.append(mark + line if shared and not COMMENT.match(line) else line)
    return new


def _xinetd(lines, _mark):
    """`disable = yes` as the last word of each service."""
    new, service = [], False
    for line in lines:
        if re.match(r"\s*service\s", line):
            service = True
        if service and re.match(r"\s*disable\s*=", line):
            continue
        if service and re.match(r"\s*\}", line):
            new.append("\tdisable = yes")
            service = False
        new.append(line)
    return new


WAYS = (
    (("/etc/exports", "/etc/exports.d/*.exports", "/etc/inetd.conf", "/etc/inetd.d/*"), _commented),
    (("/etc/samba/smb.conf",), _samba),
    (("/etc/xinetd.conf", "/etc/xinetd.d/*"), _xinetd),
)


def _offers(way, lines):
    """Whether the file shares or starts anything, so that a file that is right stays as it is written."""
    if way is not _xinetd:
        return True
    blocks = re.findall(r"^\s*service\s[^}]*\}", "\n".join(lines), re.M)
    return any(not re.search(r"^\s*disable\s*=\s*yes\b", block, re.M) for block in blocks)


def _replace(path, text):
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".hubops-")
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
    shutil.copymode(path, temporary)
    os.replace(temporary, path)


def main():
    options = {"mark": {"type": "str", "default": "# Against HubOps: "}}
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    differences = []
    for patterns, way in WAYS:
        for path in sorted(
            path for pattern in patterns for path in glob.glob(pattern) if os.path.isfile(path)
        ):
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                before = file.read()
            lines = before.splitlines()
            after = "".join(line + "\n" for line in way(lines, module.params["mark"]))
            if after == before or not _offers(way, lines):
                continue
            differences.append(
                {"before_header": path, "after_header": path, "before": before, "after": after}
            )
            if not module.check_mode:
                _replace(path, after)
    exportfs = module.get_bin_path("exportfs")
    if differences and exportfs and not module.check_mode:
        module.run_command([exportfs, "-ra"])
    module.exit_json(
        changed=bool(differences), paths=[one["before_header"] for one in differences], diff=differences
    )


if __name__ == "__main__":
    main()
