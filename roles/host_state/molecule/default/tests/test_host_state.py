"""The role reads; a host is left as it was."""


def test_leaves_nothing(host):
    assert not host.file("/var/lib/hubops").exists
    assert not host.file("/etc/hubops").exists
