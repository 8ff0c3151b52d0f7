"""What the controls of one-time passwords, of PAM's finer settings and of banners demand."""

from __future__ import annotations

import re
from typing import Any

from demands.values import Demand, no_wider, within

from hubops.model import Json


def _auth(e: Any, service: str) -> list[Any]:
    return [entry for entry in e["pam"]["stacks"][service] if entry["type"] == "auth"]


def _refuses(entry: Json) -> bool:
    bracket = re.fullmatch(r"\[.*\bdefault=(die|bad)\b.*\]", entry["control"])
    return entry["control"] in ("required", "requisite") or bool(bracket)


def _asks_for_one(entries: list[Any]) -> bool:
    """Whoever has no one-time password ends at a line that refuses, and nothing lets anybody in before."""
    at = [entry["module"] for entry in entries].index("pam_oath.so")
    if any(entry["control"] not in ("required", "requisite", "optional") for entry in entries[:at]):
        return False
    if _refuses(entries[at]):
        return True
    after = entries[at + 1]
    return (
        re.fullmatch(r"\[success=[0-9]+ default=ignore\]", entries[at]["control"], re.ASCII) is not None
        and after["module"] in ("pam_faillock.so", "pam_deny.so")
        and "preauth" not in after["args"]
        and _refuses(after)
    )


def _given(entry: Json, name: str) -> str:
    """The first value that a line gives; ValueError if it gives none."""
    for arg in entry["args"]:
        if arg.startswith(f"{name}="):
            return str(arg).partition("=")[2]
    raise ValueError(name)


def _one_time_required(e: Any, p: Any) -> bool:
    calls = [entry for entry in e["pam"]["stacks"]["sshd"] if entry["module"] == "pam_oath.so"]
    digits = [str(number) for number in range(p["otp_digits"], 9)]
    windows = [str(number) for number in range(p["otp_window"] + 1)]
    file = e["pam"]["one_time"]
    return (
        _asks_for_one(_auth(e, "sshd"))
        and all(
            _given(entry, "digits") in digits
            and _given(entry, "window") in windows
            and not {"alwaysok", "debug"} & set(entry["args"])
            for entry in calls
        )
        and (file is None or file["path"].startswith("/"))
    )


def _secrets_private(e: Any, p: Any) -> bool:
    file = e["pam"]["one_time"]
    return no_wider(file["mode"], 0o600) and (file["owner"], file["group"]) == ("root", "root")


def _secrets_strong(e: Any, p: Any) -> bool:
    return all(
        one["kind"] == "totp"
        and within(one["step_seconds"], 1, 60)
        and within(one["digits"], p["otp_digits"])
        and within(one["secret_bits"], p["otp_secret_bits"])
        for one in e["pam"]["one_time"]["enrolled"]
    )


def _delayed(e: Any, p: Any) -> bool:
    def waits(entries: list[Any]) -> bool:
        delays = [
            _given(entry, "delay")
            for entry in entries
            if entry["module"] == "pam_faildelay.so"
            and any(arg.startswith("delay=") for arg in entry["args"])
        ]
        return any(
            re.fullmatch(r"[0-9]{1,9}", delay, re.ASCII) and int(delay) >= p["fail_delay_seconds"] * 10**6
            for delay in delays
        )

    stacks = [_auth(e, "login"), _auth(e, "su")]
    return all(waits(stack) for stack in stacks) and not any(
        "nodelay" in entry["args"] for stack in stacks for entry in stack
    )


def _hashed_strongly(e: Any, p: Any) -> bool:
    lines = [
        entry
        for entry in e["pam"]["stacks"]["passwd"]
        if entry["type"] == "password" and entry["module"] == "pam_unix.so"
    ]
    weak = {"bigcrypt", "blowfish", "md5", "sha256"}
    strong = {"gost_yescrypt", "sha512", "yescrypt"}
    return bool(lines) and all(strong & set(one["args"]) and not weak & set(one["args"]) for one in lines)


def _warns(e: Any, p: Any) -> bool:
    def shown(path: str) -> str:
        return "\n".join(text["text"] for text in e["banners"]["texts"] if text["path"] == path)

    return all(
        warning in shown(path)
        for path in ("/etc/issue", "/etc/issue.net")
        for warning in (p["text_en"], p["text_zh"])
    )


def _not_disclosed(e: Any, p: Any) -> bool:
    about = [e["os"][name] for name in ("id", "codename", "kernel", "pretty_name")]
    words = ["linux", *(word.lower() for word in about if word is not None and len(word) > 2)]
    return not any(
        re.search(r"\\[a-zA-Z0-9]", text["text"]) or any(word in text["text"].lower() for word in words)
        for text in e["banners"]["texts"]
        if text["shown"] != "after_login"
    )


_SYSTEMS = "linux|debian|ubuntu|euler|kylin|anolis|kernel"

DEMANDS: dict[str, Demand] = {
    "auth/console_logins_limited": lambda e, p: (
        within(e["pam"]["console"]["login_retries"], 1, p["login_retries"])
        and within(e["pam"]["console"]["login_timeout_seconds"], 1, p["login_timeout_seconds"])
    ),
    "auth/failures_remembered": lambda e, p: (
        bool(e["pam"]["lockouts"])
        and all(
            within(one["fail_interval_seconds"], p["fail_interval_seconds"]) for one in e["pam"]["lockouts"]
        )
    ),
    "auth/hash_scheme_strong": _hashed_strongly,
    "auth/login_failures_delayed": _delayed,
    "auth/one_time_passwords_required": _one_time_required,
    "auth/one_time_secrets_private": _secrets_private,
    "auth/one_time_secrets_strong": _secrets_strong,
    "auth/password_patterns_refused": lambda e, p: (
        within(e["pam"]["quality"]["maxrepeat"], 1, p["max_repeat"])
        and within(e["pam"]["quality"]["difok"], p["min_different"])
    ),
    "auth/password_tries_limited": lambda e, p: within(e["pam"]["quality"]["retry"], 1, p["password_tries"]),
    "auth/root_locked_out_too": lambda e, p: (
        bool(e["pam"]["lockouts"])
        and all(
            one["even_deny_root"] and within(one["root_unlock_seconds"], p["root_unlock_seconds"])
            for one in e["pam"]["lockouts"]
        )
    ),
    "banner/files_protected": lambda e, p: all(
        no_wider(text["mode"], 0o644) and text["owner"] == "root" for text in e["banners"]["texts"]
    ),
    "banner/login_banner_warns": _warns,
    "banner/motd_quiet": lambda e, p: (
        not e["banners"]["scripts"]
        and not any(
            re.search(_SYSTEMS, text["text"], re.IGNORECASE)
            for text in e["banners"]["texts"]
            if text["shown"] == "after_login"
        )
    ),
    "banner/system_not_disclosed": _not_disclosed,
}

_NO_ONE_TIME: Demand = lambda e, p: e["pam"]["one_time"] is None  # noqa: E731
IRRELEVANT: dict[str, Demand] = {
    "auth/one_time_passwords_required": lambda e, p: e["sshd"]["installed"] is False,
    "auth/one_time_secrets_private": _NO_ONE_TIME,
    "auth/one_time_secrets_strong": _NO_ONE_TIME,
}
