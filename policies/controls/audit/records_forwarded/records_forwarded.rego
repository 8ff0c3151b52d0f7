# METADATA
# title: The daemon passes its records on to the central log
# description: Whoever takes a host over can delete its own records; those that have left it stay.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录转入集中日志
#   description_zh: 攻击者控制主机后可删除本机记录；已转出的记录得以留存。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d, GBT22239-8.1.10.6.g]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_forward}
package controls.audit.records_forwarded

deny contains {"item": "plugins that pass records on", "expected": sort(_able), "actual": _named} if count(_passing) == 0

# To the local syslog, which forwards, or straight to another host.
_able := {"syslog", "au-remote"}

_passing := {plugin.name |
	some plugin in input.audit.plugins
	plugin.name in _able
	plugin.active
	plugin.present
	plugin.direction == "out"
}

_named := sort([plugin.name | some plugin in input.audit.plugins; plugin.active])
