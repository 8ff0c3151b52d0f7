# METADATA
# title: Only root may read and change audit's settings
# description: Who may read the rules knows what is not recorded.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计配置仅 root 可读写
#   description_zh: 能读到规则的人，便知道哪些行为不被记录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.d]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_files}
package controls.audit.config_private

import data.lib.octal

deny contains {"item": file.path, "expected": "0750 root:root", "actual": sprintf("%s %s:%s", [file.mode, file.owner, file.group])} if {
	some file in input.audit.configuration
	not _private(file)
}

deny contains {"item": path, "expected": "present", "actual": null} if {
	some path in ["/etc/audit", "/etc/audit/auditd.conf", "/etc/audit/audit.rules"]
	not path in {file.path | some file in input.audit.configuration}
}

# For members of root's group, who are none, it may be open to read.
_private(file) if {
	octal.subset(file.mode, "0750")
	file.owner == "root"
	file.group == "root"
}
