# METADATA
# title: SSH logs who logs in with which key
# description: |-
#   At VERBOSE the fingerprint of each key is logged; less does not say which key, DEBUG tells of what users do. The
#   records go to the log of authentication.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 日志记录登录者及其所用密钥
#   description_zh: VERBOSE 级别记录每次登录所用密钥的指纹；级别更低则无法区分密钥，DEBUG 则会泄露用户内容。记录应写入鉴别日志。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.b, GBT22239-8.1.3.5.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.log_level_verbose

import data.lib.sshd

deny contains {"item": "loglevel", "expected": "VERBOSE", "actual": input.sshd.options.loglevel} if {
	input.sshd.options.loglevel != "VERBOSE"
}

deny contains {"item": "syslogfacility", "expected": _facilities, "actual": input.sshd.options.syslogfacility} if {
	not input.sshd.options.syslogfacility in _facilities
	input.sshd.options
}

not_applicable := sshd.absent if not input.sshd.installed

_facilities := ["AUTH", "AUTHPRIV"]
