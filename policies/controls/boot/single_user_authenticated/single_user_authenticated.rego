# METADATA
# title: Maintenance modes ask for root's password
# description: >-
#   Rescue and emergency mode give a root shell at the console. Where root's account is locked they give none, which is safe too.
# schemas:
#   - input.boot: schema.boot
# custom:
#   title_zh: 救援与紧急模式需要 root 口令
#   description_zh: 救援模式和紧急模式在控制台提供 root 命令行；root 账户被锁定时不提供，同样安全。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [boot]
#   max_age: 26h
#   remedy: {role: boot, tag: boot_console}
package controls.boot.single_user_authenticated

deny contains {"item": unit, "expected": "asks for a password", "actual": null} if {
	some unit in ["emergency.service", "rescue.service"]
	every shell in input.boot.console.maintenance {
		shell.unit != unit
	}
}

deny contains {"item": shell.unit, "expected": "asks for a password", "actual": "asks for none"} if {
	some shell in input.boot.console.maintenance
	not shell.asks_password
}
