# METADATA
# title: The kernel records from its first moment on
# description: >-
#   Programs that run before the daemon have no identity in the records, unless the kernel was told to begin at
#   once.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 内核自启动之初即开始审计
#   description_zh: 若启动参数未开启审计，守护进程之前运行的程序在记录中没有身份。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     backlog_limit: {default: 8192, bound: ">=8192"}
#   remedy:
#     manual: "Start the host with the kernel parameters audit=1 and audit_backlog_limit=8192. Where GRUB starts it, `hubops apply --tags audit_boot` writes them; then restart the host."
#     manual_zh: "以内核参数 audit=1 与 audit_backlog_limit=8192 启动主机。由 GRUB 引导时，执行 `hubops apply --tags audit_boot` 写入参数，然后重启主机。"
package controls.audit.enabled_at_boot

import data.lib.host

deny contains {"item": "audit", "expected": "1", "actual": _boot.audit} if _boot.audit != "1"

deny contains {"item": "audit_backlog_limit", "expected": sprintf(">= %d", [_min]), "actual": _boot.backlog_limit} if not _enough

not_applicable := host.container_owned if input.os.platform == "container"

# What is not known (null) is not enough.
_enough if {
	is_number(_boot.backlog_limit)
	_boot.backlog_limit >= _min
}

_boot := input.audit.boot if {
	is_object(input.audit.boot)
} else := {"audit": null, "backlog_limit": null}

_min := data.params.audit.enabled_at_boot.backlog_limit
