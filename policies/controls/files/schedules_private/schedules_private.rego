# METADATA
# title: Only root reads and writes the system's schedules
# description: What cron and at run for the system runs as root, and shows when nobody looks.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 系统计划任务仅 root 可读写
#   description_zh: 系统级 cron、at 任务以 root 身份运行，被改写即等于获得 root 权限。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [files]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_files}
package controls.files.schedules_private

import data.lib.octal

deny contains {"item": file.path, "expected": sprintf("<= %s", [most]), "actual": file.mode} if {
	some file in input.files.schedules
	most := _most(file)
	not octal.subset(file.mode, most)
}

deny contains {"item": file.path, "expected": "root", "actual": file.owner} if {
	some file in input.files.schedules
	file.owner != "root"
}

# crontab(1) and at(1) read the lists of users with their own group's rights.
_most(file) := "0700" if {
	file.kind == "directory"
} else := "0640" if {
	endswith(file.path, ".allow")
} else := "0600"
