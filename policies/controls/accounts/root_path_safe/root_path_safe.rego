# METADATA
# title: root finds programs only where root alone puts them
# description: A relative entry, or a directory that others may write, has root run what somebody else left there.
# schemas:
#   - input.access: schema.access
# custom:
#   title_zh: root 的命令搜索路径仅含由 root 独占写入的目录
#   description_zh: 相对路径或他人可写的目录，会使 root 运行他人放置的程序。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [access]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Take the entry out of the file that sets PATH (/etc/profile, /etc/environment, /root/.profile,
#       /root/.bashrc), or give the directory back to root (chown root, chmod go-w).
#     manual_zh: 在设置 PATH 的文件（/etc/profile、/etc/environment、/root/.profile、/root/.bashrc）中删除该项，或将目录收归 root（chown root、chmod go-w）。
package controls.accounts.root_path_safe

import data.lib.octal

deny contains {"item": found.entry, "expected": "directory", "actual": found.kind} if {
	some found in input.access.root_path
	not found.kind in {"directory", "absent"}
}

deny contains {"item": found.entry, "expected": "<= 0755", "actual": found.mode} if {
	some found in input.access.root_path
	found.kind == "directory"
	not octal.subset(found.mode, "0755")
}

deny contains {"item": found.entry, "expected": "root", "actual": found.owner} if {
	some found in input.access.root_path
	found.kind == "directory"
	found.owner != "root"
}
