# METADATA
# title: Neither sessions nor services leave their memory behind when they crash
# description: >-
#   Sessions get their limit from PAM (root by a line of its own), services from the service manager, and systemd-coredump,
#   where it is installed, stores nothing.
# schemas:
#   - input.coredumps: schema.coredumps
# custom:
#   title_zh: 会话和服务崩溃时不留下内存转储
#   description_zh: 会话的限制由 PAM 设置（root 需单独一行），服务的限制由服务管理器设置；如装有 systemd-coredump，则不保存任何转储。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.10.b]
#   evidence: [coredumps]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_core_dumps}
package controls.kernel.core_dumps_disabled

deny contains {"item": sprintf("session limit of %s", [limit.domain]), "expected": "0", "actual": limit.value} if {
	some limit in input.coredumps.session_limits
	limit.value != "0"
}

deny contains {"item": sprintf("session limit of %s", [domain]), "expected": "0", "actual": null} if {
	some domain in ["*", "root"]
	every limit in input.coredumps.session_limits {
		limit.domain != domain
	}
}

deny contains {"item": "service limit", "expected": "0", "actual": input.coredumps.service_limit} if {
	input.coredumps.service_limit != "0"
}

deny contains {"item": sprintf("systemd-coredump %s", [name]), "expected": good, "actual": input.coredumps.collector[name]} if {
	some name, good in {"storage": "none", "process_size_max": "0"}
	input.coredumps.collector[name] != good
}
