# METADATA
# title: Dropped packets are written to the log, and not without limit
# description: >-
#   Without a record nobody notices a scan; without a limit a flood of packets fills the disk. Both directions are
#   judged.
# schemas:
#   - input.os: schema.os
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 丢弃的数据包记入日志且限速
#   description_zh: 没有记录就无法发现扫描；没有限速，大量数据包会写满磁盘。入站与转发都要满足。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.d, GBT22239-8.1.3.5.a]
#   evidence: [os, firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.drops_logged

import data.lib.firewall

deny contains {"item": hook, "expected": "logged with a prefix and a limit", "actual": false} if {
	some hook in firewall.hooks
	not _logs(hook)
}

not_applicable := _unseen if input.os.platform == "container"

_unseen := {
	"en": "The kernel writes what a container's own network drops into no log.",
	"zh": "容器自身网络中丢弃的数据包不会写入内核日志。",
}

_logs(hook) if {
	some chain in firewall.guards(input.firewall.chains, hook, "ip")
	some place, rule in chain.rules
	rule.log.prefix != ""
	rule.log.group == null
	rule.matches != []
	every match in rule.matches {
		match.on == "limit"
		match.op == "=="
	}
	every earlier in array.slice(chain.rules, 0, place) {
		not _final(earlier)
	}
}

_final(rule) if {
	rule.matches == []
	rule.verdict != "continue"
}
