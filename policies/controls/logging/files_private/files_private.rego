# METADATA
# title: Log files are closed to ordinary users
# description: Logs tell of names, addresses and failures, and whoever may write them may rewrite what happened.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 日志文件不对普通用户开放
#   description_zh: 日志含有用户名、地址和故障信息；能写日志的人也就能篡改记录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_files}
package controls.logging.files_private

deny contains {"item": file.path, "expected": "<= 0640", "actual": file.mode} if {
	some file in input.logging.open_files
	not _public(file)
}

# Programs of every user read these to show the last logins.
_public(file) if {
	regex.match(`^/var/log/(wtmp|lastlog)(\.[0-9]+)?$`, file.path)
	endswith(file.mode, "4")
}
