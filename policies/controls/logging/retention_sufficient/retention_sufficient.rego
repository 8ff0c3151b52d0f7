# METADATA
# title: Logs are kept for at least six months
# description: The Cybersecurity Law demands six months. Rotation by size counts as no time at all, because a flood of messages shortens it to nothing.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 日志保存不少于六个月
#   description_zh: 《网络安全法》要求日志留存不少于六个月。按大小轮转视为无保证，因为大量消息会使旧日志很快被清除。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d]
#   evidence: [logging]
#   max_age: 26h
#   params:
#     retention_days: {default: 190, bound: ">=180"}
#   remedy: {role: log_forward, tag: log_retention}
package controls.logging.retention_sufficient

deny contains {"item": log, "expected": _bound, "actual": rule.kept_days} if {
	some rule in input.logging.rotation
	rule.present
	some log in rule.logs
	startswith(log, "/var/log/")
	is_number(rule.kept_days)
	rule.kept_days < _days
}

deny contains {"item": "journald MaxRetentionSec", "expected": _bound, "actual": limit} if {
	limit := input.logging.journal.max_retention_days
	is_number(limit)
	limit < _days
}

deny contains {"item": sprintf("%s %s", [rule.file, rule.path]), "expected": _bound, "actual": rule.days} if {
	some rule in input.logging.cleaning
	rule.days < _days
}

# The journal alone is cut when the disk runs full, so it promises no time.
deny contains {"item": "rsyslog", "expected": "installed", "actual": null} if not input.logging.rsyslog.installed

_bound := sprintf(">= %d days", [_days])

_days := data.params.logging.retention_sufficient.retention_days
