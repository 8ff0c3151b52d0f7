# METADATA
# title: The kernel does not keep silent when it cannot record
# description: >-
#   A record that cannot be kept must at least be told of in the kernel's log, or stop the host where that is
#   wanted.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 内核无法记录时不静默丢弃
#   description_zh: 记录无法保存时，至少应写入内核日志，或按要求停机。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c, GBT22239-8.1.4.3.d]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.failure_handled

import data.lib.host

deny contains {"item": where, "expected": ["printk", "panic"], "actual": mode} if {
	some where, mode in {"kernel": _kernel, "merged": input.audit.merged.failure}
	not mode in {"printk", "panic"}
}

not_applicable := host.container_owned if input.os.platform == "container"

_kernel := input.audit.kernel.failure if {
	is_object(input.audit.kernel)
} else := null
