# METADATA
# title: The account databases are root's, and hashes are closed to people
# description: |-
#   Names may be read by all; hashes by root and the group shadow, which has no members. Backups (`passwd-` …) count.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 账户数据库文件权限正确，口令散列不对用户开放
#   description_zh: passwd、group 可供读取；shadow、gshadow 仅 root 和 shadow 组可读，且 shadow 组不得有成员。备份文件（passwd- 等）同样核对。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.8.b]
#   evidence: [files]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_files}
package controls.files.identity_files_protected

import data.lib.octal

deny contains {"item": file.path, "expected": sprintf("<= %s", [most]), "actual": file.mode} if {
	some file in input.files.identity
	most := _most[trim_right(file.path, "-")]
	not octal.subset(file.mode, most)
}

deny contains {"item": file.path, "expected": "root", "actual": file.owner} if {
	some file in input.files.identity
	file.owner != "root"
}

deny contains {"item": file.path, "expected": ["root", "shadow"], "actual": file.group} if {
	some file in input.files.identity
	not file.group in {"root", "shadow"}
}

deny contains {"item": "group shadow", "expected": [], "actual": sort(input.files.shadow_group)} if {
	count(input.files.shadow_group) > 0
}

_most := {
	"/etc/passwd": "0644",
	"/etc/group": "0644",
	"/etc/shadow": "0640",
	"/etc/gshadow": "0640",
}
