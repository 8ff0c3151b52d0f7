# METADATA
# title: Programs that lend root's rights are known ones
# description: |-
#   A copy of a shell with this bit is a way back in. The list holds those of the distribution's packages; what a
#   site adds is named in its profile.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 具有 SUID、SGID 权限的程序均为已知程序
#   description_zh: 带有该权限位的 shell 副本即是后门。名单为发行版软件包自带的程序，本单位增加的须登记到 profile。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.4.a]
#   evidence: [files]
#   max_age: 26h
#   params:
#     setuid_files:
#       default: [/usr/bin/at, /usr/bin/bsd-write, /usr/bin/chage, /usr/bin/chfn, /usr/bin/chsh, /usr/bin/crontab,
#         /usr/bin/expiry, /usr/bin/fusermount3, /usr/bin/gpasswd, /usr/bin/mount, /usr/bin/newgidmap,
#         /usr/bin/newgrp, /usr/bin/newuidmap, /usr/bin/passwd, /usr/bin/pkexec, /usr/bin/plocate,
#         /usr/bin/ssh-agent, /usr/bin/su, /usr/bin/sudo, /usr/bin/umount, /usr/bin/wall, /usr/bin/write.ul,
#         /usr/lib/dbus-1.0/dbus-daemon-launch-helper, /usr/lib/openssh/ssh-keysign,
#         /usr/lib/polkit-1/polkit-agent-helper-1, /usr/sbin/exim4, /usr/sbin/mount.cifs, /usr/sbin/mount.nfs,
#         /usr/sbin/postdrop, /usr/sbin/postqueue, /usr/sbin/unix_chkpwd]
#   remedy: {role: accounts, tag: accounts_setuid}
package controls.files.setuid_known

import data.lib.octal

deny contains {"item": file.path, "expected": concat("", ["0", substring(file.mode, 1, 3)]), "actual": file.mode} if {
	some file in input.files.setuid
	not file.path in data.params.files.setuid_known.setuid_files
}

deny contains {"item": file.path, "expected": "<= 6755", "actual": file.mode} if {
	some file in input.files.setuid
	file.path in data.params.files.setuid_known.setuid_files
	not octal.subset(file.mode, "0755")
}

deny contains {"item": file.path, "expected": "root", "actual": file.owner} if {
	some file in input.files.setuid
	file.path in data.params.files.setuid_known.setuid_files
	file.owner != "root"
}
