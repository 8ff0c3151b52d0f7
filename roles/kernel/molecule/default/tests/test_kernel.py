"""A container shows the files only, because its kernel is that of the machine below; the lab's virtual machine shows the rest."""


def test_last_word(host):
    """Of all lines that set it, systemd applies the last."""
    declared = host.check_output("systemd-analyze cat-config sysctl.d").splitlines()
    said = [line for line in declared if line.lstrip("-").startswith("kernel.kptr_restrict")]
    assert said[-1] == "-kernel.kptr_restrict = 2"


def test_understood_by_systemd(host):
    with host.sudo():
        answer = host.run("/lib/systemd/systemd-sysctl --cat-config")
    assert answer.rc == 0
    assert "-net.ipv4.ip_forward = 0" in answer.stdout
