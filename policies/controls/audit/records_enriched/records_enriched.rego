# METADATA
# title: Records name users in words that stay true elsewhere
# description: A number of a user means another person on another host; enriched records carry the names along.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录写明用户名等含义
#   description_zh: 用户编号在别的主机上可能指他人；富化格式将名称一并写入。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_settings}
package controls.audit.records_enriched

deny contains {"item": name, "expected": sort(good), "actual": input.audit.settings[name]} if {
	some name, good in _demanded
	not input.audit.settings[name] in good
}

_demanded := {
	"log_format": {"enriched"},
}
