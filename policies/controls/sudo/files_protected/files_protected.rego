# METADATA
# title: Only root reads and writes sudo's rules
# description: Who may write them is root; who may read them knows whose account to take.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 规则文件仅 root 可读写
#   description_zh: 能改写规则即等于 root；能读取规则则知道应攻取哪个账户。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.2.e]
#   evidence: [sudo]
#   max_age: 26h
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.files_protected

import data.lib.octal
import data.lib.sudo

deny contains {"item": file.path, "expected": sprintf("<= %s", [_most[file.kind]]), "actual": file.mode} if {
	some file in input.sudo.files
	not octal.subset(file.mode, _most[file.kind])
}

deny contains {"item": file.path, "expected": "root:root", "actual": concat(":", [file.owner, file.group])} if {
	some file in input.sudo.files
	[file.owner, file.group] != ["root", "root"]
}

not_applicable := sudo.absent if not input.sudo.installed

_most := {"file": "0440", "directory": "0755"}
