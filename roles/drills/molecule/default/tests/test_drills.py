"""The place where records of drills are kept."""

import json


def test_the_host_knows_that_it_keeps_the_records(host):
    assert json.loads(host.file("/etc/hubops/drills.json").content_string) == {"keeper": "bare", "here": True}
    with host.sudo():
        folder = host.file("/var/lib/hubops/drills")
        assert folder.is_directory
        assert (folder.user, folder.mode) == ("root", 0o700)
