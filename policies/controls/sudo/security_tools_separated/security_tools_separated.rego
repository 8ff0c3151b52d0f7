# METADATA
# title: Only security administrators change accounts, policy and protection through sudo
# description: |-
#   The firewall, mandatory access control, malware and integrity tools and the accounts are theirs. Who may run
#   everything has these tools too.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: 仅安全管理员可通过 sudo 变更账户、策略和防护措施
#   description_zh: 防火墙、强制访问控制、恶意代码与完整性工具以及账户由安全管理员管理。可运行所有命令的账户同样拥有这些工具。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.2.e, GBT22239-8.1.5.3.a, GBT22239-8.1.5.3.b]
#   evidence: [sudo]
#   max_age: 26h
#   params:
#     automation_accounts: {default: [hubops]}
#     security_group: {default: hub-secadmins}
#     security_programs:
#       default: [useradd, userdel, usermod, groupadd, groupdel, groupmod, gpasswd, passwd, chpasswd, chage, faillock, vipw, vigr,
#         nft, iptables, ip6tables, ufw, fail2ban-client, aa-enforce, aa-complain, aa-disable, apparmor_parser, aide, aideinit,
#         freshclam, clamscan, clamdscan]
#       bound: superset
#     security_services: {default: [nftables, apparmor, fail2ban, clamav-daemon, clamav-freshclam], bound: superset}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.security_tools_separated

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": concat("", ["%", _params.security_group]), "actual": command} if {
	some rule in input.sudo.rules
	not sudo.only_for(rule, array.concat(["root", concat("", ["%", _params.security_group])], _params.automation_accounts))
	some command in sudo.granted(rule)
	_protects(command)
}

not_applicable := sudo.absent if not input.sudo.installed

_protects("ALL")

_protects(command) if sudo.program(command) in _params.security_programs

_protects(command) if {
	some service in _params.security_services
	sudo.of_service(command, service)
}

_params := data.params.sudo.security_tools_separated
