"""Section `certificates`: the certificates that the hub's hosts prove themselves with, and their keys' rights."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .probe import Probe

FOLDER = "/etc/hubops/pki"
AUTHORITY = f"{FOLDER}/ca.crt"
LISTED = "/etc/hubops/certificates"
"""Paths of further certificates, one a line, as the role `certificates` writes them."""
_MAX = 100
_KINDS = {"id-ecPublicKey": "EC", "rsaEncryption": "RSA", "ED25519": "ED25519", "ED448": "ED448"}


def collect(probe: Probe) -> dict[str, Any]:
    """Each certificate with its life, its key and whether the hub's authority issued it, by path."""
    paths = sorted({*probe.glob(f"{FOLDER}/*.crt"), *probe.lines(LISTED)})
    if len(paths) > _MAX:
        probe.note(LISTED, f"{len(paths)} certificates; the first {_MAX} were read")
    found = [_certificate(probe, path) for path in paths[:_MAX]]
    return {"certificates": [one for one in found if one]}


def _certificate(probe: Probe, path: str) -> dict[str, Any] | None:
    """What `openssl x509` makes of a file; None, noted, where it makes nothing."""
    if not probe.has("openssl"):
        probe.note(path, "openssl is not installed")
        return None
    text = probe.run(["openssl", "x509", "-in", path, "-noout", "-text", "-nameopt", "RFC2253"])
    if text is None:
        return None
    end, kind = _field(text, "Not After *"), _field(text, "Public Key Algorithm")
    try:
        not_after = time.strftime("%Y-%m-%d", time.strptime(end, "%b %d %H:%M:%S %Y GMT"))
    except ValueError:
        probe.note(path, f"its end is not understood: {end}")
        return None
    bits = re.search(r"Public-Key: \((\d+) bit", text)
    verify = ["openssl", "verify", "-no_check_time", "-CAfile", AUTHORITY, path]
    return {
        "path": path,
        "subject": _field(text, "Subject"),
        "issuer": _field(text, "Issuer"),
        "not_after": not_after,
        "authority": path == AUTHORITY,
        "key_kind": _KINDS.get(kind, kind),
        "key_bits": int(bits[1]) if bits else 256 if kind == "ED25519" else None,
        "signature": _field(text, "Signature Algorithm"),
        "issued_by_hub": probe.exists(AUTHORITY) and probe.exit_code(verify) == 0,
        "key": _key(probe, path),
    }


def _field(text: str, name: str) -> str:
    """The value of the first line that begins with the name."""
    match = re.search(rf"^\s*{name}\s*[:=]\s*(.*?)\s*$", text, re.MULTILINE)
    return match[1] if match else ""


def _key(probe: Probe, path: str) -> dict[str, str] | None:
    """Rights of the key beside a certificate (same name, `.key`); None where there is none."""
    status = probe.stat(path.rpartition(".")[0] + ".key")
    return {name: status[name] for name in ("path", "mode", "owner", "group")} if status else None
