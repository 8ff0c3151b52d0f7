# METADATA
# title: No command that sudo allows leads to a shell
# description: |-
#   Programs that start others, or write where their user says, give all of root's rights. Others run under NOEXEC,
#   but for those that must start programs of their own.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 允许的命令不能借以获得 shell
#   description_zh: 能启动其他程序或向任意位置写入的命令等于交出 root 的全部权限，不得授予。其余命令须在 NOEXEC 下运行；确需自行启动程序的按名称例外。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.5.1.a]
#   evidence: [sudo]
#   max_age: 26h
#   params:
#     automation_accounts: {default: [hubops]}
#     escape_programs:
#       default: [sh, bash, dash, rbash, zsh, ksh, csh, tcsh, fish, busybox, env, su, sudo, runuser, chroot, nsenter, unshare,
#         setpriv, systemd-run, machinectl, python3, perl, ruby, lua, node, php, awk, gawk, mawk, find, xargs, tar, zip, rsync,
#         vi, vim, vim.basic, vim.tiny, nano, emacs, ed, less, more, most, man, pg, view, git, gdb, strace, tcpdump, nmap,
#         screen, tmux, script, watch, time, timeout, nice, ionice, flock, expect, socat, nc, ssh, scp, crontab, at, make, dd,
#         tee, cp, mv, install, ln, chmod, chown, visudo, dpkg, apt, docker, podman]
#       bound: superset
#     exec_programs: {default: [apt-get]}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.escapes_guarded

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": null, "actual": command} if {
	some [rule, command] in _granted
	sudo.program(command) in _params.escape_programs
}

deny contains {"item": sudo.who(rule), "expected": "NOEXEC", "actual": command} if {
	some [rule, command] in _granted
	not rule.noexec
	not sudo.program(command) in array.concat(["sudoedit"], _params.exec_programs)
	not sudo.program(command) in _params.escape_programs
}

not_applicable := sudo.absent if not input.sudo.installed

_granted := [[rule, command] |
	some rule in input.sudo.rules
	not sudo.only_for(rule, array.concat(["root"], _params.automation_accounts))
	some command in sudo.granted(rule)
]

_params := data.params.sudo.escapes_guarded
