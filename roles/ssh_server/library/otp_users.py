#!/usr/bin/python
"""Enrols people for one-time passwords (TOTP) in the users file of pam_oath."""

from __future__ import annotations

DOCUMENTATION = r"""
module: otp_users
short_description: Enrol people for one-time passwords in the users file of pam_oath
description:
  - Each person named has one line, nobody else has one.
  - What pam_oath notes of the last password in a line stays, so that a password that was used is not accepted again.
options:
  path:
    description: The users file; its rights become 0600, root's.
    type: path
    required: true
  secrets:
    description: Secret of each account, in base32.
    type: dict
    required: true
  min_bits:
    description: Shortest secret that is accepted; RFC 4226 demands 128.
    type: int
    default: 128
  digits:
    description: Digits of a password.
    type: int
    default: 6
  step:
    description: Seconds that a password is for.
    type: int
    default: 30
author: [HubOps]
"""

EXAMPLES = r"""
- name: Enrol administrators
  otp_users:
    path: /etc/users.oath
    secrets: {ann: "{{ vault_ann_otp }}"}
  no_log: true
"""

RETURN = r"""
enrolled:
  description: Whose secret is in the file.
  type: list
  returned: always
"""

import base64
import binascii
import os
import re
import stat
import tempfile

from ansible.module_utils.basic import AnsibleModule


def hexadecimal(secret, min_bits):
    """The base32 secret as pam_oath takes it; ValueError where it is none or too short."""
    text = re.sub(r"[\s=-]", "", str(secret)).upper()
    try:
        content = base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error as error:
        raise ValueError("is not base32") from error
    if 8 * len(content) < min_bits:
        raise ValueError("has fewer than %d bits" % min_bits)
    return content.hex()


def merged(lines, wanted):
    """The file's lines as they should be; a line that says what is wanted stays with what pam_oath added to it.

    `wanted` maps a user to the first four words of the line.
    """
    kept = {}
    for line in lines:
        words = line.split()
        if len(words) >= 4 and wanted.get(words[1]) == words[:4]:
            kept[words[1]] = line
    return [kept.get(user, "\t".join(words)) for user, words in sorted(wanted.items())]


def _private(path):
    status = os.stat(path)
    return stat.S_IMODE(status.st_mode) == 0o600 and (status.st_uid, status.st_gid) == (0, 0)


def _write(path, text):
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".hubops-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chown(temporary, 0, 0)
        os.chmod(temporary, 0o600)
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def main():
    options = {
        "path": {"type": "path", "required": True},
        "secrets": {"type": "dict", "required": True, "no_log": True},
        "min_bits": {"type": "int", "default": 128},
        "digits": {"type": "int", "default": 6},
        "step": {"type": "int", "default": 30},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    path, kind = module.params["path"], "HOTP/T%(step)d/%(digits)d" % module.params
    wanted = {}
    for user, secret in module.params["secrets"].items():
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", user):
            module.fail_json(msg="%s is no account's name" % user)
        try:
            wanted[user] = [kind, user, "-", hexadecimal(secret, module.params["min_bits"])]
        except ValueError as error:
            module.fail_json(msg="the secret of %s %s" % (user, error))
    before = None
    if os.path.exists(path):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            before = file.read()
    after = "".join(line + "\n" for line in merged((before or "").splitlines(), wanted))
    changed = before != after or not _private(path)
    if changed and not module.check_mode:
        _write(path, after)
    module.exit_json(changed=changed, enrolled=sorted(wanted))


if __name__ == "__main__":
    main()
