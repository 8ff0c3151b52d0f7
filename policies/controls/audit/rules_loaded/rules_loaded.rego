# METADATA
# title: The kernel goes by the rules that are declared
# description: >-
#   A rule that is only in a file records nothing, and one that is only in the kernel is gone after the next
#   start.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 内核生效的规则与声明的规则一致
#   description_zh: 只写在文件中的规则不起作用；只存在于内核中的规则下次启动后即消失。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.rules_loaded

import data.lib.audit
import data.lib.host

deny contains {"item": sprintf("%s", [audit.text(rule)]), "expected": expected, "actual": actual} if {
	some [expected, actual, rules] in [["loaded", "merged", _merged - _loaded], ["merged", "loaded", _loaded - _merged]]
	some rule in rules
}

deny contains {"item": "rules", "expected": ">= 1", "actual": 0} if count(_merged | _loaded) == 0

not_applicable := host.container_owned if input.os.platform == "container"

_merged := {rule | some rule in input.audit.merged.rules}

_loaded := {rule | some rule in input.audit.loaded}
