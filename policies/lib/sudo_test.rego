package lib.sudo_test

import data.lib.sudo

test_only_for if {
	sudo.only_for({"users": ["a", "!b"]}, ["a"])
	not sudo.only_for({"users": ["a", "b"]}, ["a"])
	not sudo.only_for({"users": ["!b"]}, ["a"])
}

test_granted_leaves_out_what_is_excluded if {
	sudo.granted({"commands": ["/bin/ls", "!/bin/sh"]}) == {"/bin/ls"}
}

test_program if {
	sudo.program("/usr/sbin/useradd -m ann") == "useradd"
	sudo.program("sudoedit /etc/hosts") == "sudoedit"
}

test_of_service if {
	every command in [
		"/bin/systemctl stop ssh", "/bin/systemctl stop ssh.service", "/bin/systemctl", "/bin/systemctl stop cron ssh",
		"/bin/systemctl stop *", "/usr/sbin/service ssh stop", "/bin/systemctl ^stop .+$", "/bin/systemctl status ssh stop",
	] {
		sudo.of_service(command, "ssh")
	}
	every command in ["/bin/systemctl stop sshd", "/bin/systemctl status ssh", "/bin/systemctl --no-pager status ssh", "/bin/ls ssh"] {
		not sudo.of_service(command, "ssh")
	}
}

test_read if {
	[sudo.read(text) | some text in ["on", "off", "-1", "0.5", "tty", "1x"]] == [true, false, -1, 0.5, "tty", "1x"]
}
