# METADATA
# title: New log files are born private
# description: Mending the rights of files that exist helps until the next rotation; what rsyslog gives to new ones decides.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: 新建日志文件默认权限受限
#   description_zh: 只修正现有文件的权限，到下次轮转即失效；关键在于 rsyslog 创建新文件时的权限。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [log_settings]
#   max_age: 26h
#   params:
#     file_mode: {default: "0640", bound: "fixed"}
#   remedy: {role: log_forward, tag: log_files}
package controls.logging.permissions_default

import data.lib.octal

# rsyslog's own default lets everybody read.
deny contains {"item": "rsyslog FileCreateMode", "expected": sprintf("<= %s", [_most]), "actual": null} if count(input.log_settings.file_modes) == 0

deny contains {"item": found.file, "expected": sprintf("<= %s", [_most]), "actual": found.mode} if {
	some found in input.log_settings.file_modes
	not octal.subset(found.mode, _most)
}

_most := data.params.logging.permissions_default.file_mode
