# METADATA
# title: No rule keeps anything from being recorded
# description: Of the rules the first that fits counts, so one exception hides what all later rules would record.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 没有规则排除审计记录
#   description_zh: 规则按先后匹配，一条排除规则即可掩盖其后所有规则应记录的内容。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.d]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.no_exclusions

import data.lib.audit
import data.lib.host

deny contains {"item": sprintf("%s: %s", [where, audit.text(rule)]), "expected": null, "actual": rule.action} if {
	some where, rules in {"loaded": _loaded, "merged": input.audit.merged.rules}
	some rule in rules
	_excludes(rule)
}

# Nobody can say what the kernel leaves out.
deny contains {"item": "loaded", "expected": "known", "actual": null} if is_null(input.audit.loaded)

not_applicable := host.container_owned if input.os.platform == "container"

_excludes(rule) if rule.action != "always"

_excludes(rule) if rule.list == "exclude"

_loaded := input.audit.loaded if {
	is_array(input.audit.loaded)
} else := []
