# METADATA
# title: Records are taken, written and brought to disk
# description: >-
#   A daemon that runs can be told to take no events or to write none, and then looks as sound as before.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录被接收、写入并落盘
#   description_zh: 守护进程运行时仍可被设置为不接收或不写入事件，而外表一切正常。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.c]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_settings}
package controls.audit.records_written

deny contains {"item": name, "expected": sort(good), "actual": input.audit.settings[name]} if {
	some name, good in _demanded
	not input.audit.settings[name] in good
}

_demanded := {
	"local_events": {"yes"},
	"write_logs": {"yes"},
	"flush": {"incremental", "incremental_async", "data", "sync"},
}
