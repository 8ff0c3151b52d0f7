"""What it says of services with a certificate of the hub's, with a stranger's, and of none."""

import re

import pytest
from monitoring_services import assert_without_rights

PKI = "/etc/hubops/pki"
ASK = """
import ssl, sys, urllib.request
context = ssl.create_default_context(cafile="/etc/hubops/pki/ca.crt")
context.check_hostname = False
if sys.argv[2] == "own":
    context.load_cert_chain("/etc/hubops/pki/host.crt", "/etc/hubops/pki/host.key")
print(urllib.request.urlopen(f"https://127.0.0.1:9115/{sys.argv[1]}", context=context, timeout=20).read().decode())
"""


def ask(host, path, credentials="own"):
    with host.sudo():
        host.run(f"cat > /root/ask.py <<'END'\n{ASK}\nEND")
        return host.run("python3 /root/ask.py %s %s", path, credentials)


def probe(host, module, target):
    said = ask(host, f"probe?module={module}&target={target}").stdout
    return {line.split()[0]: float(line.split()[1]) for line in said.splitlines() if re.match(r"\w+ ", line)}


@pytest.fixture(scope="module", autouse=True)
def services(host):
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -addext subjectAltName=DNS:bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
        serve = "openssl s_server -quiet -www -accept"
        host.check_output(
            f"systemd-run --quiet --unit test-ours {serve} 8443 -cert {PKI}/host.crt -key {PKI}/host.key"
        )
        host.check_output(
            f"systemd-run --quiet --unit test-strange {serve} 8444 -cert /root/stranger.crt -key /root/stranger.key"
        )
        host.check_output(
            "for port in 8443 8444; do until ss -Hltn sport = :$port | grep -q .; do sleep 0.2; done; done"
        )
        yield
        host.run("systemctl stop test-ours test-strange")


@pytest.mark.parametrize(
    ("module", "target", "other"),
    [
        ("http", "https://127.0.0.1:8443&hostname=bare", "https://127.0.0.1:8443&hostname=other"),
        ("tls", "bare:8443", "127.0.0.1:8443"),
    ],
)
def test_a_service_of_the_hub_s(host, module, target, other):
    said = probe(host, module, target)
    assert said["probe_success"] == 1
    assert said["probe_ssl_earliest_cert_expiry"] > 1_700_000_000
    assert probe(host, module, other)["probe_success"] == 0


@pytest.mark.parametrize(
    ("module", "target"), [("http", "https://127.0.0.1:8444&hostname=bare"), ("tls", "bare:8444")]
)
def test_a_stranger_s_certificate_is_no_success(host, module, target):
    assert probe(host, module, target)["probe_success"] == 0


def test_without_tls_is_no_success(host):
    assert probe(host, "http", "http://127.0.0.1:22")["probe_success"] == 0


def test_ports(host):
    assert probe(host, "tcp", "127.0.0.1:8443")["probe_success"] == 1
    assert probe(host, "tcp", "127.0.0.1:8449")["probe_success"] == 0


def test_answers_holders_of_the_hub_s_certificates_alone(host):
    assert ask(host, "metrics").rc == 0
    assert ask(host, "metrics", "none").rc != 0
    assert host.check_output("ss -Hltn sport = :9115").split()[3] == "127.0.0.1:9115"


def test_runs_without_rights(host):
    assert_without_rights(host, "prometheus-blackbox-exporter")
