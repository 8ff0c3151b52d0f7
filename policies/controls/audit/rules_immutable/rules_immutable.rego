# METADATA
# title: The audit rules are locked until the host starts anew
# description: Root can take the rules away in a moment unless they are locked; a restart is seen by everybody.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计规则已锁定，重启前不可更改
#   description_zh: 若未锁定，root 可随时清除规则；而重启主机人人可见。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.d]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.rules_immutable

import data.lib.host

deny contains {"item": where, "expected": "locked", "actual": state} if {
	some where, state in {"kernel": _kernel, "merged": input.audit.merged.state}
	state != "locked"
}

not_applicable := host.container_owned if input.os.platform == "container"

_kernel := input.audit.kernel.state if {
	is_object(input.audit.kernel)
} else := null
