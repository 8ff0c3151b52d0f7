"""A container shows that its mounts are left alone; the lab's virtual machine shows the rest."""


def test_a_container_s_table_is_left_alone(host):
    assert not host.file("/etc/fstab").exists or "hubops" not in host.file("/etc/fstab").content_string
    assert not host.file("/etc/apt/apt.conf.d/90hubops-mounts").exists


def test_temporary_folders_are_still_for_everybody(host):
    assert host.file("/tmp").mode == 0o1777
    assert host.file("/var/tmp").mode == 0o1777
