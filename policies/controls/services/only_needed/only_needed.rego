# METADATA
# title: Only declared services, sockets and timers start or run
# description: What starts without being needed is attacked without being looked after. A unit counts that is switched on, or that runs, listens or waits all the same.
# schemas:
#   - input.services: schema.services
# custom:
#   title_zh: 仅允许清单内的服务、套接字和定时器可启动或运行
#   description_zh: 无人需要却会启动的服务往往无人维护，容易被攻击。凡已启用，或虽未启用但正在运行、监听或等待触发的单元均计入。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.b]
#   evidence: [services]
#   max_age: 26h
#   params:
#     units:
#       default: [apparmor.service, "apt-daily*", audit-rules.service, auditd.service, "autovt@*", blk-availability.service, "chrony*", "clamav-*", console-getty.service, console-setup.service, "container-getty@*", cron.service, "dailyaidecheck.*", "dbus*", "dm-event.*", dpkg-db-backup.timer, "e2scrub_*", fail2ban.service, fstrim.timer, "getty@*", grub-common.service, "hubops-*", "ifup@*", keyboard-setup.service, lastlog2-import.service, logrotate.timer, "lvm2-*", man-db.timer, "mdadm-*", "mdcheck_*", "mdmonitor*", networking.service, nftables.service, open-vm-tools.service, polkit.service, postgresql.service, "postgresql@*", "prometheus-*", prometheus.service, qemu-guest-agent.service, "restic-*", rsyslog.service, "serial-getty@*", ssh.service, ssh.socket, "sshd-*", sshd.service, "sshd@*", syslog.socket, "systemd-*", udev.service, unattended-upgrades.service, "user@*", "uuidd.*", vgauth.service, "wtmpdb-*"]
#   remedy: {role: minimal, tag: minimal_services}
package controls.services.only_needed

import data.lib.names

deny contains {"item": unit.name, "expected": "not enabled", "actual": unit.enabled} if {
	some unit in _surplus
	unit.enabled in _on
}

deny contains {"item": unit.name, "expected": "not running", "actual": unit.sub} if {
	some unit in _surplus
	not unit.enabled in _on
	unit.sub in {"running", "listening", "waiting"}
}

_on := {"enabled", "enabled-runtime"}

_surplus := [unit |
	some unit in input.services.units
	not names.matches(unit.name, data.params.services.only_needed.units)
]
