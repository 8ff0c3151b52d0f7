"""The database as it itself tells, and the service as its users reach it."""

import json

PKI = "/etc/hubops/pki"


def ask(host, query, database="hub", user="postgres"):
    with host.sudo():
        return host.check_output(f'runuser -u {user} -- psql -XAt -d {database} -c "{query}"')


def get(host, path):
    """What the service answers, whose certificate must be the authority's for this host."""
    program = (
        "import ssl,sys,urllib.request,urllib.error\n"
        f'c=ssl.create_default_context(cafile="{PKI}/ca.crt")\n'
        "try:\n"
        f'  r=urllib.request.urlopen("https://bare:8443{path}",context=c)\n'
        "except urllib.error.HTTPError as e:\n"
        "  r=e\n"
        "print(r.status,r.read().decode())\n"
    )
    with host.sudo():
        status, _, body = host.check_output(f"python3 -c '{program}'").partition(" ")
    return int(status), json.loads(body)


def test_the_database_protects_its_pages_and_connections(host):
    assert ask(host, "SHOW data_checksums") == "on"
    assert ask(host, "SHOW ssl") == "on"
    assert ask(host, "SHOW password_encryption") == "scram-sha-256"
    assert ask(host, "SHOW listen_addresses") == "localhost"
    rules = ask(host, "SELECT DISTINCT type || ' ' || auth_method FROM pg_hba_file_rules ORDER BY 1")
    assert rules.split("\n") == ["hostssl scram-sha-256", "local peer"]


def test_its_certificate_is_the_authority_s(host):
    with host.sudo():
        said = host.check_output(
            f"openssl s_client -starttls postgres -connect localhost:5432 -CAfile {PKI}/ca.crt </dev/null 2>&1"
        )
    assert "Verify return code: 0 (ok)" in said


def test_nothing_gets_in_without_tls(host):
    with host.sudo():
        said = host.run("psql 'host=127.0.0.1 sslmode=disable user=postgres' -c 'SELECT 1'")
    assert said.rc != 0
    assert "no pg_hba.conf entry" in said.stderr


def test_the_data_is_whole(host):
    counts = "SELECT (SELECT count(*) FROM districts), (SELECT count(*) FROM sensors), (SELECT count(*) FROM readings)"
    assert ask(host, counts) == "12|60|86400"
    assert ask(host, "SELECT count(*) FROM events WHERE closed_at IS NULL") not in ("0", "2000")


def test_the_service_answers_over_tls(host):
    status, said = get(host, "/health")
    assert (status, said["status"], said["districts"]) == (200, "ok", 12)
    status, said = get(host, "/districts")
    assert status == 200
    assert [one["id"] for one in said] == list(range(1, 13))
    assert sum(one["readings"] for one in said) == 86400
    assert get(host, "/etc/passwd")[0] == 404


def test_a_client_that_says_nothing_holds_nobody_up(host):
    with host.sudo():
        host.run("nohup sh -c 'exec 3<>/dev/tcp/localhost/8443; sleep 20' >/dev/null 2>&1 &")
    assert get(host, "/health")[0] == 200


def test_the_service_may_read_and_nothing_else(host):
    assert ask(host, "SELECT count(*) FROM districts", user="hub-platform") == "12"
    with host.sudo():
        refused = host.run("runuser -u hub-platform -- psql -d hub -c 'DELETE FROM readings'")
    assert "permission denied" in refused.stderr


def test_a_down_database_is_told_of(host):
    version = host.check_output("ls /etc/postgresql")
    with host.sudo():
        host.check_output(f"systemctl stop postgresql@{version}-main")
    try:
        assert get(host, "/health") == (503, {"status": "down"})
    finally:
        with host.sudo():
            host.check_output(f"systemctl start postgresql@{version}-main")
    assert get(host, "/health")[0] == 200


def test_keys_stay_private(host):
    with host.sudo():
        found = host.check_output(f"find {PKI} /etc/postgresql -name '*.key' -perm /077")
        assert found == ""
        assert host.check_output("stat -c %a /srv/platform") == "750"
