# METADATA
# title: There is enough room for records, and they do not outgrow the disk
# description: >-
#   Records are kept in files of a fixed size; too few of them and an event is gone before somebody asks, too many
#   and the disk is full.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计记录空间充足且不超出磁盘
#   description_zh: 记录按固定大小的文件轮转；过少则事件在查询前已被覆盖，过多则写满磁盘。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c]
#   evidence: [audit]
#   max_age: 26h
#   params:
#     max_log_file: {default: 32, bound: ">=8"}
#     num_logs: {default: 16, bound: ">=5"}
#   remedy: {role: audit, tag: audit_settings}
package controls.audit.space_sufficient

deny contains {"item": name, "expected": sprintf(">= %d", [least]), "actual": input.audit.settings[name]} if {
	some name, least in {"max_log_file": _params.max_log_file, "num_logs": _params.num_logs}
	not _enough(input.audit.settings[name], least)
}

deny contains {"item": "max_log_file_action", "expected": ["keep_logs", "rotate"], "actual": _action} if {
	not _action in {"keep_logs", "rotate"}
}

deny contains {"item": "MiB in all", "expected": sprintf("<= %v", [_size]), "actual": _all} if {
	is_number(_all)
	not _enough(_size, _all)
}

# What is not known (null) is not enough.
_enough(value, least) if {
	is_number(value)
	value >= least
}

_all := input.audit.settings.max_log_file * input.audit.settings.num_logs if {
	is_number(input.audit.settings.max_log_file)
	is_number(input.audit.settings.num_logs)
}

_size := input.audit.logs.file_system_mib

_action := input.audit.settings.max_log_file_action

_params := data.params.audit.space_sufficient
