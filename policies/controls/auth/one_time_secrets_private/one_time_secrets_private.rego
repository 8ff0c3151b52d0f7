# METADATA
# title: Only root reads the secrets of one-time passwords
# description: Who reads the file can make everybody's one-time passwords; who writes it can enrol anybody.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 一次性口令的密钥仅 root 可读写
#   description_zh: 能读取该文件者可生成所有人的一次性口令，能改写者可为任何人登记。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.d, GBT22239-8.1.4.8.b]
#   evidence: [pam]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_second_factor}
package controls.auth.one_time_secrets_private

import data.lib.octal
import data.lib.pam

deny contains {"item": file.path, "expected": "<= 0600", "actual": file.mode} if {
	file := input.pam.one_time
	not octal.subset(file.mode, "0600")
}

deny contains {"item": file.path, "expected": "root", "actual": owner} if {
	file := input.pam.one_time
	some owner in [file.owner, file.group]
	owner != "root"
}

not_applicable := pam.no_one_time_passwords if is_null(input.pam.one_time)
