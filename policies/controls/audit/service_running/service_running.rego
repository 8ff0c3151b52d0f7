# METADATA
# title: The audit daemon runs and takes the kernel's records
# description: Without the daemon the kernel's records are in a log that anything may fill, or nowhere.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计守护进程运行并接收内核记录
#   description_zh: 没有守护进程，内核记录只能落入易被冲刷的日志，甚至无处存放。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_service}
package controls.audit.service_running

import data.lib.host

deny contains {"item": name, "expected": true, "actual": input.audit.service[name]} if {
	some name in ["installed", "enabled", "active"]
	input.audit.service[name] != true
}

deny contains {"item": "daemon_connected", "expected": true, "actual": _connected} if _connected != true

not_applicable := host.container_owned if input.os.platform == "container"

_connected := input.audit.kernel.daemon_connected if {
	is_object(input.audit.kernel)
} else := null
