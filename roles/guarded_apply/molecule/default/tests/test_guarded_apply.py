"""What is left of a good change and of one that shut everybody out."""


def test_the_good_change_stays(host):
    with host.sudo():
        assert host.run("sshd -T | grep -x 'logingracetime 33'").rc == 0


def test_the_bad_change_is_gone(host):
    with host.sudo():
        assert host.file("/etc/ssh/sshd_config.d").listdir() == ["50-LoginGraceTime.conf"]
        assert "denyusers" not in host.check_output("sshd -T")


def test_nothing_waits(host):
    with host.sudo():
        assert "hubops-guard" not in host.check_output("systemctl list-timers --all")
        assert host.file("/var/lib/hubops/guard").listdir() == ["shut_out"]
