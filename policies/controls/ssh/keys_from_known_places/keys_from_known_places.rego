# METADATA
# title: SSH takes users' keys from their own files only
# description: |-
#   A second file, a command or a certificate authority that vouches for keys is a way in that no list of keys
#   shows. Match blocks count.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 仅从用户本人的文件读取公钥
#   description_zh: 其他密钥文件、取密钥的命令或签发证书的机构都是密钥清单之外的登录途径。Match 段同样核对。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.c]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.keys_from_known_places

import data.lib.sshd

deny contains {"item": "authorizedkeysfile", "expected": [_file], "actual": input.sshd.options.authorizedkeysfile} if {
	input.sshd.options.authorizedkeysfile != [_file]
}

deny contains {"item": option, "expected": "none", "actual": actual} if {
	some option, actual in {
		"authorizedkeyscommand": input.sshd.options.authorizedkeyscommand,
		"trustedusercakeys": input.sshd.options.trustedusercakeys,
	}
	actual != "none"
}

deny contains {"item": sprintf("%s: %s", [match.criteria, match.option]), "expected": expected, "actual": match.value} if {
	some match in input.sshd.matches
	expected := {"authorizedkeysfile": _file, "authorizedkeyscommand": "none", "trustedusercakeys": "none"}[match.option]
	match.value != expected
}

not_applicable := sshd.absent if not input.sshd.installed

_file := ".ssh/authorized_keys"
