# METADATA
# title: Somebody is told, or recording goes on, when space runs out
# description: A full disk ends all recording, and filling it is easy; what is done about it must not be nothing.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 空间不足时有告警或继续记录
#   description_zh: 磁盘写满便停止记录，而写满磁盘并不难；对此不得毫无处置。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c, GBT22239-8.1.4.3.d]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_settings}
package controls.audit.disk_full_handled

deny contains {"item": name, "expected": sort(good), "actual": input.audit.settings[name]} if {
	some name, good in _demanded
	not input.audit.settings[name] in good
}

_demanded := {
	"space_left_action": {"syslog", "email", "rotate", "single", "halt"},
	"admin_space_left_action": {"syslog", "email", "rotate", "suspend", "single", "halt"},
	"disk_full_action": {"syslog", "rotate", "suspend", "single", "halt"},
	"disk_error_action": {"syslog", "suspend", "single", "halt"},
}
