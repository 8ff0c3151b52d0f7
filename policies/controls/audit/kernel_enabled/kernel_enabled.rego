# METADATA
# title: The kernel records, now and after the next start
# description: Rules and daemon are idle while the kernel's audit is switched off.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 内核审计已启用，下次启动后亦然
#   description_zh: 内核审计关闭时，规则与守护进程均不起作用。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.kernel_enabled

import data.lib.host

deny contains {"item": where, "expected": ["on", "locked"], "actual": state} if {
	some where, state in {"kernel": _kernel, "merged": input.audit.merged.state}
	not state in {"on", "locked"}
}

not_applicable := host.container_owned if input.os.platform == "container"

_kernel := input.audit.kernel.state if {
	is_object(input.audit.kernel)
} else := null
