"""A container shows that nothing is installed for which the kernel is not its own; the lab's virtual machine shows the rest."""


def test_nothing_is_installed_in_a_container(host):
    assert not host.package("apparmor").is_installed
    assert not host.file("/etc/apparmor.d").exists
