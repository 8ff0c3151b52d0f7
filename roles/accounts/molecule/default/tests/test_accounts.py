"""What PAM and shells do once the role has been applied; logins are tried, not only files read."""

import pytest

RIGHT, WRONG = "Correct-Horse-7-Battery", "no"


@pytest.fixture
def person(host):
    """A throw-away account that `su` can log in to."""
    name = "victim"
    with host.sudo():
        host.run(f"userdel -rf {name}; sed -i '/^{name}:/d' /etc/security/opasswd")
        host.check_output(
            f"useradd -m {name} && echo '{name}:{RIGHT}' | chpasswd && rm -f /run/faillock/{name}"
        )
    yield name
    with host.sudo():
        host.run(f"userdel -rf {name}; rm -f /run/faillock/{name}")


def login(host, name, password):
    """Whether the password lets someone in, asked as the administrator without sudo."""
    return host.run(f"echo '{password}' | su {name} -c true").rc == 0


def test_right_password(host, person):
    assert login(host, person, RIGHT)


def test_lockout(host, person):
    assert not any([login(host, person, WRONG) for _ in range(5)])
    assert not login(host, person, RIGHT)
    with host.sudo():
        assert host.check_output(f"faillock --user {person}").count(" su ") == 5
        host.check_output(f"faillock --user {person} --reset")
    assert login(host, person, RIGHT)


def test_success_forgets_failures(host, person):
    assert not any([login(host, person, WRONG) for _ in range(4)])
    assert login(host, person, RIGHT)
    assert not login(host, person, WRONG)
    assert login(host, person, RIGHT)


@pytest.mark.parametrize("password", ["Short-7a", "nodigitsnoupper", "Victim-victim-7"])
def test_poor_password(host, person, password):
    with host.sudo():
        assert host.run(f"printf '%s\\n' '{password}' '{password}' | passwd {person}").rc != 0


def test_former_password(host, person):
    with host.sudo():
        change = "printf '%s\\n' {0} {0} | passwd " + person
        assert host.run(change.format("Another-Horse-9-Stable")).rc == 0
        assert host.run(change.format("Another-Horse-9-Stable")).rc != 0


def test_empty_password(host, person):
    with host.sudo():
        host.check_output(f"passwd -d {person}")
    assert not login(host, person, "")


def test_su_is_for_administrators(host, person):
    with host.sudo():
        answer = host.run(f"runuser -u {person} -- sh -c 'echo {RIGHT} | su {person} -c true'")
    assert answer.rc != 0


def test_operator_gets_in_without_password(host):
    with host.sudo():
        assert host.check_output("getent shadow hubops").split(":")[1] in ("*", "!", "!*")
    assert host.check_output("sudo -n id -u") == "0"


def test_new_files_are_private(host):
    assert host.check_output("sudo -n sh -c umask") == "0027"


def test_home_of_a_new_account(host, person):
    assert host.file(f"/home/{person}").mode == 0o750
