"""Section `certificates`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.certificates import collect
from hubops.evidence.host.probe import Outcome

PKI = "/etc/hubops/pki"
TEXT = """\
Certificate:
    Data:
        Signature Algorithm: {signature}
        Issuer: CN=Hub CA
        Validity
            Not Before: Nov 24 00:00:00 2026 GMT
            Not After : Dec  4 23:59:59 2027 GMT
        Subject: CN=hub-1
        Subject Public Key Info:
            Public Key Algorithm: {kind}
                Public-Key: ({bits} bit)
"""


def _host(root: Path, text: str | Outcome, verified: int = 0, **files: str) -> FakeProbe:
    paths = {f"{PKI}/ca.crt": "ca", f"{PKI}/host.crt": "host", f"{PKI}/host.key": "key", **files}
    said = {
        "openssl": text,
        f"openssl verify -no_check_time -CAfile {PKI}/ca.crt {PKI}/host.crt": Outcome(verified, "", ""),
    }
    host = FakeProbe(root, paths, said)
    host.chmod(f"{PKI}/host.key", 0o600)
    return host


def _text(kind: str = "id-ecPublicKey", bits: str = "256", signature: str = "ecdsa-with-SHA256") -> str:
    return TEXT.format(kind=kind, bits=bits, signature=signature)


def test_a_hosts_certificate(tmp_path: Path) -> None:
    host = _host(tmp_path, _text())
    authority, own = collect(host)["certificates"]
    assert authority["authority"] is True
    assert authority["key"] is None
    assert own == {
        "path": f"{PKI}/host.crt",
        "subject": "CN=hub-1",
        "issuer": "CN=Hub CA",
        "not_after": "2027-12-04",
        "authority": False,
        "key_kind": "EC",
        "key_bits": 256,
        "signature": "ecdsa-with-SHA256",
        "issued_by_hub": True,
        "key": {"path": f"{PKI}/host.key", "mode": "0600", "owner": "root", "group": "root"},
    }
    assert host.unreadable == []


@pytest.mark.parametrize(("kind", "name"), [("rsaEncryption", "RSA"), ("dsaEncryption", "dsaEncryption")])
def test_kinds_of_keys(tmp_path: Path, kind: str, name: str) -> None:
    own = collect(_host(tmp_path, _text(kind, "2048")))["certificates"][1]
    assert (own["key_kind"], own["key_bits"]) == (name, 2048)


def test_a_strangers_certificate(tmp_path: Path) -> None:
    assert collect(_host(tmp_path, _text(), verified=2))["certificates"][1]["issued_by_hub"] is False


def test_further_certificates_that_a_list_names(tmp_path: Path) -> None:
    listed = {"/etc/hubops/certificates": "# by hand\n/etc/web/site.crt\n", "/etc/web/site.crt": "x"}
    found = collect(_host(tmp_path, _text(), **listed))["certificates"]
    assert [one["path"] for one in found][-1] == "/etc/web/site.crt"


@pytest.mark.parametrize("text", [Outcome(1, "", "no start line"), "", "Not After : soon\n"])
def test_what_openssl_does_not_read_is_noted(tmp_path: Path, text: str | Outcome) -> None:
    host = _host(tmp_path, text)
    assert collect(host)["certificates"] == []
    assert len(host.unreadable) == 2


def test_a_host_without_openssl(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {f"{PKI}/host.crt": "x"})
    assert collect(host)["certificates"] == []
    assert host.unreadable == [{"what": f"{PKI}/host.crt", "why": "openssl is not installed"}]
    assert collect(FakeProbe(tmp_path / "bare"))["certificates"] == []
