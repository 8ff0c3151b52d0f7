# METADATA
# title: Enough records may wait for the daemon
# description: >-
#   A burst that finds the queue full is lost, and bursts are when something happens; a limit on the rate loses
#   records likewise.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录排队上限足够大
#   description_zh: 队列已满时突发记录会丢失，而事件往往伴随突发；限制速率同样会丢失记录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     backlog_limit: {default: 8192, bound: ">=8192"}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.backlog_sufficient

import data.lib.host

deny contains {"item": sprintf("%s backlog_limit", [where]), "expected": sprintf(">= %d", [_min]), "actual": limits.backlog_limit} if {
	some where, limits in _both
	not _enough(limits.backlog_limit)
}

deny contains {"item": sprintf("%s rate_limit", [where]), "expected": 0, "actual": limits.rate_limit} if {
	some where, limits in _both
	not limits.rate_limit in {0, _unset[where]}
}

not_applicable := host.container_owned if input.os.platform == "container"

# What is not known (null) is not enough.
_enough(limit) if {
	is_number(limit)
	limit >= _min
}

_both := {"kernel": _kernel, "merged": input.audit.merged}

# A file need not set the rate: the kernel starts without a limit.
_unset := {"kernel": 0, "merged": null}

_kernel := input.audit.kernel if {
	is_object(input.audit.kernel)
} else := {"backlog_limit": null, "rate_limit": null}

_min := data.params.audit.backlog_sufficient.backlog_limit
