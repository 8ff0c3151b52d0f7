"""A host's key, its certificate and the authority that signed it."""

import os
import stat
from pathlib import Path

PKI = "/etc/hubops/pki"


def test_chain(host):
    with host.sudo():
        for purpose in ("sslserver", "sslclient"):
            host.check_output(f"openssl verify -purpose {purpose} -CAfile {PKI}/ca.crt {PKI}/host.crt")


def test_names(host):
    assert "DNS:bare" in host.check_output(f"openssl x509 -in {PKI}/host.crt -noout -ext subjectAltName")


def test_key_is_private(host):
    key = host.file(f"{PKI}/host.key")
    assert (key.user, key.mode) == ("root", 0o600)


def test_authority_stays_on_the_controller(host):
    folder = Path(os.environ["MOLECULE_EPHEMERAL_DIRECTORY"]) / "pki"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "ca.key").stat().st_mode) == 0o600
    with host.sudo():
        assert sorted(host.file(PKI).listdir()) == ["ca.crt", "host.crt", "host.key"]
