# METADATA
# title: Services that no host needs cannot be started
# description: A service that is merely off comes back with an update, a dependency or a command. Masked, it stays off until somebody says otherwise.
# schemas:
#   - input.services: schema.services
# custom:
#   title_zh: 任何主机都不需要的服务已被屏蔽
#   description_zh: 仅停用的服务会因更新、依赖或一条命令而重新启动；屏蔽（mask）后，除非有人明确解除，否则不会启动。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.b]
#   evidence: [services]
#   max_age: 26h
#   params:
#     needless:
#       bound: superset
#       default: [ModemManager.service, avahi-daemon.service, avahi-daemon.socket, bluetooth.service, cups-browsed.service, cups.service, cups.socket, debug-shell.service, inetd.service, inetutils-inetd.service, nfs-server.service, nmbd.service, openbsd-inetd.service, rexec.socket, rlogin.socket, rpcbind.service, rpcbind.socket, rsh.socket, rsync.service, smbd.service, telnet.socket, tftp.socket, vsftpd.service, xinetd.service, xrdp.service, ypbind.service, ypserv.service]
#   remedy: {role: minimal, tag: minimal_services}
package controls.services.needless_masked

import data.lib.names

deny contains {"item": unit.name, "expected": "masked", "actual": unit.enabled} if {
	some unit in _needless
	not is_null(unit.enabled)
	unit.enabled != "masked"
}

# Masking stops nothing that runs already, and a unit without a file may run too.
deny contains {"item": unit.name, "expected": "inactive", "actual": unit.active} if {
	some unit in _needless
	unit.enabled in {"masked", null}
	unit.active != "inactive"
	unit.active != "failed"
}

_needless := [unit |
	some unit in input.services.units
	names.matches(unit.name, data.params.services.needless_masked.needless)
]
