# METADATA
# title: Pressing Ctrl-Alt-Del restarts nothing
# description: >-
#   Otherwise anybody at the console stops the host without logging in; seven times in a row is a command of its own.
# schemas:
#   - input.boot: schema.boot
# custom:
#   title_zh: 按 Ctrl-Alt-Del 不会重启主机
#   description_zh: 否则任何能接触控制台的人无需登录即可停机；连按七次是另一个独立的命令。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [boot]
#   max_age: 26h
#   remedy: {role: boot, tag: boot_console}
package controls.boot.ctrl_alt_del_masked

deny contains {"item": "ctrl-alt-del.target", "expected": "masked", "actual": input.boot.console.ctrl_alt_del} if {
	input.boot.console.ctrl_alt_del != "masked"
}

deny contains {"item": "CtrlAltDelBurstAction", "expected": "none", "actual": input.boot.console.ctrl_alt_del_burst} if {
	input.boot.console.ctrl_alt_del_burst != "none"
}
