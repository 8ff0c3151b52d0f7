"""What the controls of the SSH server demand."""

from __future__ import annotations

import ipaddress
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


def _two_factors(ways: list[str]) -> bool:
    """Whether every way in asks for a key and for what PAM asks."""
    asked = [{method.partition(":")[0] for method in way.split(",")} for way in ways]
    return bool(asked) and all({"publickey", "keyboard-interactive"} <= methods for methods in asked)


def _second_factor_required(e: Any, p: Any) -> bool:
    def narrow(place: str) -> bool:
        network = ipaddress.ip_network(place, strict=False)
        return network.prefixlen >= p["automation_min_prefix"] + (40 if network.version == 6 else 0)

    def automation(block: Any) -> bool:
        user, users, address, places = block["criteria"].split(" ")
        return bool(
            block["value"] == "publickey"
            and (user.lower(), address.lower()) == ("user", "address")
            and set(users.split(",")) <= set(p["automation_accounts"])
            and all(narrow(place) for place in places.split(","))
        )

    return _two_factors(e["sshd"]["options"]["authenticationmethods"]) and all(
        _two_factors(block["value"].split(" ")) or automation(block)
        for block in e["sshd"]["matches"]
        if block["option"] == "authenticationmethods"
    )


def _no_passwords(e: Any, p: Any) -> bool:
    options = e["sshd"]["options"]
    interactive = options["kbdinteractiveauthentication"]
    return options["passwordauthentication"] == "no" and (
        interactive == "no" or (interactive == "yes" and _two_factors(options["authenticationmethods"]))
    )


def _keys_from_known_places(e: Any, p: Any) -> bool:
    said = [*e["sshd"]["matches"]]
    said += [
        {"option": name, "value": value}
        for name, values in e["sshd"]["options"].items()
        for value in (values if isinstance(values, list) else [values])
    ]
    demanded = {
        "authorizedkeysfile": ".ssh/authorized_keys",
        "authorizedkeyscommand": "none",
        "trustedusercakeys": "none",
    }
    return len(e["sshd"]["options"]["authorizedkeysfile"]) == 1 and all(
        demanded.get(one["option"], one["value"]) == one["value"] for one in said
    )


def _rekeyed(e: Any, p: Any) -> bool:
    amount, seconds = map(int, e["sshd"]["options"]["rekeylimit"].split(" "))
    return within(amount, 1, p["rekey_bytes"]) and within(seconds, 1, p["rekey_seconds"])


def _banner_shown(e: Any, p: Any) -> bool:
    shown = [
        text["path"]
        for text in e["banners"]["texts"]
        if text["shown"] != "after_login" and text["text"].strip()
    ]
    return e["sshd"]["options"]["banner"] in shown


def _among(option: str, param: str) -> Demand:
    """The server offers something, and nothing but what the param holds."""
    return lambda e, p: (
        bool(set(e["sshd"]["options"][option])) and set(e["sshd"]["options"][option]) <= set(p[param])
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
    "ssh/banner_shown": _banner_shown,
    "ssh/client_key_algorithms_strong": _among("pubkeyacceptedalgorithms", "client_key_algorithms"),
    "ssh/compression_off": _set(compression="no"),
    "ssh/host_key_algorithms_strong": _among("hostkeyalgorithms", "host_key_algorithms"),
    "ssh/keys_from_known_places": _keys_from_known_places,
    "ssh/log_level_verbose": lambda e, p: (
        e["sshd"]["options"]["loglevel"] == "VERBOSE"
        and e["sshd"]["options"]["syslogfacility"] in ("AUTH", "AUTHPRIV")
    ),
    "ssh/other_methods_denied": _set(gssapiauthentication="no", kerberosauthentication="no"),
    "ssh/pam_used": _set(usepam="yes"),
    "ssh/second_factor_required": _second_factor_required,
    "ssh/session_keys_renewed": _rekeyed,
    "ssh/strict_modes_on": _set(strictmodes="yes"),
    "ssh/tunnels_denied": _set(permittunnel="no", gatewayports="no", allowstreamlocalforwarding="no"),
    "ssh/user_startup_files_ignored": _set(permituserrc="no"),
    "ssh/password_login_denied": _no_passwords,
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
