# METADATA
# title: No audit record younger than the time of retention was deleted
# description: >-
#   Once the daemon has begun to delete its oldest files, those that remain must reach back for half a year,
#   unless somebody keeps them elsewhere by a waiver.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 未删除保存期内的审计记录
#   description_zh: 守护进程开始删除最旧文件后，留存的记录须至少覆盖半年；另有他处留存的，应登记豁免。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [audit]
#   max_age: 26h
#   params:
#     retention_days: {default: 180, bound: ">=180"}
#   remedy:
#     manual: "Give the records more room: raise audit_num_logs or audit_max_log_file, with a larger disk where need be, and look which rule records most (`aureport --key --summary`)."
#     manual_zh: "为审计记录增加空间：调大 audit_num_logs 或 audit_max_log_file，必要时扩容磁盘，并用 `aureport --key --summary` 查看哪条规则记录最多。"
#   measured: true
package controls.audit.records_retained

deny contains {"item": "oldest record days", "expected": sprintf(">= %d", [_min]), "actual": _days} if {
	_deletes
	not _reaches_back
}

# The daemon deletes once it has as many files as it may keep.
_deletes if {
	input.audit.settings.max_log_file_action != "keep_logs"
	not _room
}

_room if {
	is_number(input.audit.settings.num_logs)
	input.audit.logs.files < input.audit.settings.num_logs
}

_reaches_back if {
	is_number(_days)
	_days >= _min
}

_days := input.audit.logs.oldest_record_days

_min := data.params.audit.records_retained.retention_days
