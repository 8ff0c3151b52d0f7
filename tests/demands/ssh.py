"""What the controls of the SSH server demand."""

from __future__ import annotations

import re
from typing import Any

from demands.values import Demand, no_wider, within


def _set(**demanded: str) -> Demand:
    return lambda e, p: all(e["sshd"]["options"][name] == value for name, value in demanded.items())


def _sessions_limited(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    demanded = [int(part) for part in p["max_startups"].split(":")]
    if not re.fullmatch(r"[0-9]+:[0-9]+:[0-9]+", options["maxstartups"], re.ASCII):
        return False
    begin, chance, full = (int(part) for part in options["maxstartups"].split(":"))
    return (
        within(options["maxsessions"], 0, p["max_sessions"])
        and begin <= demanded[0]
        and demanded[1] <= chance <= 100
        and full <= demanded[2]
    )


def _forwarding_denied(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    one_by_one = [options[name] for name in ("x11forwarding", "allowagentforwarding", "allowtcpforwarding")]
    return options["disableforwarding"] == "yes" or one_by_one == ["no"] * 3


def _host_keys_strong(e: Any, p: Any) -> bool:
    least = p["min_rsa_bits"]
    return within(e["sshd"]["options"]["requiredrsasize"], least) and all(
        key["type"] in ("ecdsa", "ed25519") or (key["type"] == "rsa" and within(key["bits"], least))
        for key in e["sshd"]["host_keys"]
    )


def _idle_closed(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    return within(options["clientaliveinterval"] * options["clientalivecountmax"], 1, p["idle_seconds"])


def _not_overridden(e: Any, p: Any) -> bool:
    no = (
        "permitrootlogin",
        "passwordauthentication",
        "kbdinteractiveauthentication",
        "challengeresponseauthentication",
        "permitemptypasswords",
        "hostbasedauthentication",
        "x11forwarding",
        "allowagentforwarding",
        "allowtcpforwarding",
    )
    demanded = {**dict.fromkeys(no, "no"), "ignorerhosts": "yes"}
    return all(
        demanded.get(match["option"], match["value"]) == match["value"] for match in e["sshd"]["matches"]
    )


def _strong_algorithms(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    pairs = (("ciphers", "ciphers"), ("macs", "macs"), ("kexalgorithms", "kex_algorithms"))
    return all(options[name] and set(options[name]) <= set(p[param]) for name, param in pairs)


def _users_restricted(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    return any(names and "*" not in names for names in (options["allowgroups"], options["allowusers"]))


def _config_private(e: Any, p: Any) -> bool:
    files = e["sshd"]["config_files"] + e["sshd"]["private_keys"]
    return all(no_wider(file["mode"], 0o600) and file["owner"] == "root" for file in files)


DEMANDS: dict[str, Demand] = {
    "ssh/auth_tries_limited": lambda e, p: within(
        e["sshd"]["options"]["maxauthtries"], 1, p["max_auth_tries"]
    ),
    "ssh/config_private": _config_private,
    "ssh/empty_passwords_denied": _set(permitemptypasswords="no"),
    "ssh/forwarding_denied": _forwarding_denied,
    "ssh/host_keys_strong": _host_keys_strong,
    "ssh/idle_sessions_closed": _idle_closed,
    "ssh/login_grace_limited": lambda e, p: within(
        e["sshd"]["options"]["logingracetime"], 1, p["login_grace_seconds"]
    ),
    "ssh/password_login_denied": _set(passwordauthentication="no", kbdinteractiveauthentication="no"),
    "ssh/root_login_denied": _set(permitrootlogin="no"),
    "ssh/sessions_limited": _sessions_limited,
    "ssh/settings_not_overridden": _not_overridden,
    "ssh/strong_algorithms": _strong_algorithms,
    "ssh/trust_files_ignored": _set(
        ignorerhosts="yes", hostbasedauthentication="no", permituserenvironment="no"
    ),
    "ssh/users_restricted": _users_restricted,
}

IRRELEVANT: dict[str, Demand] = dict.fromkeys(DEMANDS, lambda e, p: e["sshd"]["installed"] is False)
