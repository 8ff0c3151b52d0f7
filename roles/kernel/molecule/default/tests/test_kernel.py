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


def test_a_new_service_may_dump_nothing(host):
    with host.sudo():
        limits = host.check_output("systemd-run --quiet --wait --pipe cat /proc/self/limits")
    (line,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]


def test_modprobe_runs_a_command_that_fails(host):
    """modprobe itself says what it would run; the host's image has none, so it is looked for first."""
    with host.sudo():
        if host.exists("modprobe"):
            assert (
                host.check_output("modprobe --show-depends sctp").splitlines()[-1].strip()
                == "install /bin/false"
            )
