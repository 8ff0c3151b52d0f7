"""What the console lets in once the role has been applied."""


def test_nothing_starts_the_debug_shell(host):
    with host.sudo():
        answer = host.run("systemctl start debug-shell.service")
    assert answer.rc != 0
    assert "masked" in answer.stderr


def test_ctrl_alt_del_does_nothing(host):
    """What the kernel sends to the first process when the keys are pressed."""
    with host.sudo():
        started = host.check_output("cut -d' ' -f22 /proc/1/stat")
        host.check_output("kill -INT 1")
        assert host.check_output("sleep 1; systemctl is-system-running || true") not in ("stopping", "")
        assert host.check_output("cut -d' ' -f22 /proc/1/stat") == started


def test_maintenance_shells_run_what_asks_for_a_password(host):
    for unit in ("rescue.service", "emergency.service"):
        assert "path=/lib/systemd/systemd-sulogin-shell " in host.check_output(
            f"systemctl show -p ExecStart {unit}"
        )
