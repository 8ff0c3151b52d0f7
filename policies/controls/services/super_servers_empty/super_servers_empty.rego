# METADATA
# title: inetd and xinetd start nothing
# description: What is left for these to start is nearly always in clear text (telnet, rsh, tftp, ftp), and no list of running programs shows it.
# schemas:
#   - input.footprint: schema.footprint
# custom:
#   title_zh: inetd 与 xinetd 未启动任何服务
#   description_zh: 仍由它们启动的多为明文服务（telnet、rsh、tftp、ftp），且不会出现在运行中的程序列表里。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.4.b]
#   evidence: [footprint]
#   max_age: 26h
#   remedy: {role: minimal, tag: minimal_shares}
package controls.services.super_servers_empty

deny contains {"item": sprintf("%s %s", [found.file, found.service]), "expected": null, "actual": "started"} if {
	some found in input.footprint.super_servers
}
