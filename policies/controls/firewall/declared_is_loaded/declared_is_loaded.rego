# METADATA
# title: The kernel has the rules that the file declares
# description: >-
#   A rule added by hand is in no review and is gone after a restart; a file that was changed and not loaded takes
#   everybody by surprise at the next one.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 内核中的规则与声明文件一致
#   description_zh: 手工添加的规则未经评审，重启即失；改了文件却没有加载，则下次重启时才突然生效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.b]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.declared_is_loaded

deny contains {"item": "file", "expected": "declared", "actual": null} if not is_string(input.firewall.declared.file)

deny contains {"item": item, "expected": true, "actual": input.firewall.declared[item]} if {
	some item in ["valid", "unchanged", "loaded"]
	input.firewall.declared[item] != true
}
