# METADATA
# title: The merged rules are those of the files
# description: >-
#   The next start loads what the files say then; a merged file that says otherwise shows that somebody changed
#   one of them and did not finish, or tampered.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 合并后的审计规则与各规则文件一致
#   description_zh: 下次启动按各规则文件加载；合并文件与之不符，说明有人改动后未完成，或篡改了文件。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.d]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.rules_compiled

deny contains {"item": "augenrules --check", "expected": true, "actual": input.audit.compiled} if input.audit.compiled != true

deny contains {"item": "rules", "expected": ">= 1", "actual": 0} if count(input.audit.merged.rules) == 0
