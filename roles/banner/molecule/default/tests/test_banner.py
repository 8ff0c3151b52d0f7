"""What people read before and after they log in."""

import pytest


@pytest.mark.parametrize("path", ["/etc/issue", "/etc/issue.net"])
def test_the_warning(host, path):
    text = host.file(path).content_string
    assert "Authorised users only" in text
    assert "授权用户" in text
    assert "\\" not in text


def test_nothing_tells_which_system_this_is(host):
    shown = host.check_output("cat /etc/issue /etc/issue.net /etc/motd").lower()
    assert not [word for word in ("debian", "linux", host.backend.get_hostname()) if word in shown]


def test_nothing_is_shown_after_a_login(host):
    assert not host.file("/etc/motd").content_string.strip()
    assert host.check_output("run-parts --test /etc/update-motd.d") == ""
