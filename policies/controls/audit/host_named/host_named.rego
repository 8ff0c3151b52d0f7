# METADATA
# title: Records name the host that they come from
# description: On the log server the records of many hosts lie side by side.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录注明来源主机
#   description_zh: 日志服务器上汇集了多台主机的记录。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_settings}
package controls.audit.host_named

deny contains {"item": name, "expected": sort(good), "actual": input.audit.settings[name]} if {
	some name, good in _demanded
	not input.audit.settings[name] in good
}

_demanded := {
	"name_format": {"hostname", "fqd", "numeric", "user"},
}
