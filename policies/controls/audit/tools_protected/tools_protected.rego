# METADATA
# title: Only root may change the programs of auditing
# description: Whoever can replace the program that shows the records decides what is seen.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计程序仅 root 可修改
#   description_zh: 能替换查看记录的程序，就能决定别人看到什么。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.d]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_files}
package controls.audit.tools_protected

import data.lib.octal

deny contains {"item": tool.path, "expected": "0755 root:root", "actual": sprintf("%s %s:%s", [tool.mode, tool.owner, tool.group])} if {
	some tool in input.audit.tools
	not _protected(tool)
}

deny contains {"item": name, "expected": "present", "actual": null} if {
	some name in ["auditctl", "auditd", "ausearch"]
	not name in {part | some tool in input.audit.tools; part := regex.replace(tool.path, `^.*/`, "")}
}

# Neither set-uid nor open for others to write.
_protected(tool) if {
	startswith(tool.mode, "0")
	octal.subset(tool.mode, "0755")
	tool.owner == "root"
	tool.group == "root"
}
