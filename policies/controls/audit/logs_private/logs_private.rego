# METADATA
# title: Only root and those who read logs may read audit records
# description: The records say who runs what with which arguments, passwords given on a command line among them.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录仅 root 与日志查阅组可读
#   description_zh: 记录包含何人以何参数运行何程序，其中可能有命令行中的口令。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_files}
package controls.audit.logs_private

import data.lib.octal

deny contains {"item": input.audit.logs.folder.path, "expected": "0750 root", "actual": _said(input.audit.logs.folder)} if {
	not _private(input.audit.logs.folder, "0750")
}

deny contains {"item": "files", "expected": "0640 root", "actual": _said(rights)} if {
	some rights in input.audit.logs.rights
	not _private(rights, "0640")
}

deny contains {"item": "folder", "expected": "0750 root", "actual": null} if is_null(input.audit.logs.folder)

_private(file, most) if {
	octal.subset(file.mode, most)
	file.owner == "root"
	file.group in {"root", "adm"}
}

_said(file) := sprintf("%s %s:%s", [file.mode, file.owner, file.group])
