# METADATA
# title: No root shell waits at the console
# description: >-
#   systemd's debug shell gives root without a password on the ninth console. Masked, nothing can start it.
# schemas:
#   - input.boot: schema.boot
# custom:
#   title_zh: 控制台没有免登录的 root 命令行
#   description_zh: systemd 的调试命令行在 9 号控制台提供免口令的 root 权限；屏蔽后无法启动。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [boot]
#   max_age: 26h
#   remedy: {role: boot, tag: boot_console}
package controls.boot.debug_shell_masked

deny contains {"item": "debug-shell.service", "expected": "masked", "actual": input.boot.console.debug_shell} if {
	not input.boot.console.debug_shell in {"masked", "absent"}
}

deny contains {"item": "debug-shell.service", "expected": "stopped", "actual": "running"} if {
	input.boot.console.debug_shell_active
}
