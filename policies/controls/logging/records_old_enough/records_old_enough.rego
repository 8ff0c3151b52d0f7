# METADATA
# title: The log server's oldest records show that they are kept for six months
# description: A setting only promises. Of each host that the server has known for six months there must be a record that old; of a younger one, records since it began.
# schemas:
#   - input.log_store: schema.log_store
# custom:
#   title_zh: 日志服务器最早的记录表明留存不少于六个月
#   description_zh: 设置只是承诺。对接入已满六个月的主机，须确有六个月前的记录；对较新的主机，须有自接入以来的记录。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d]
#   evidence: [log_store]
#   max_age: 26h
#   dated: true
#   measured: true
#   params:
#     retention_days: {default: 180, bound: ">=180"}
#   remedy:
#     manual: Find out what deleted the records (logging/retention_sufficient names settings; look for scripts and full disks), stop it, and bring the records back from the backup.
#     manual_zh: 查明记录被删除的原因（logging/retention_sufficient 会指出相关设置，另检查清理脚本和磁盘占满情况），予以制止，并从备份恢复记录。
package controls.logging.records_old_enough

import data.lib.host
import data.lib.records

deny contains {"item": sprintf("oldest record of %s", [sender.host]), "expected": sprintf("<= %s", [_due(sender)]), "actual": sender.first} if {
	some sender in input.log_store.senders
	not _old_enough(sender)
}

deny contains {"item": "senders", "expected": ">= 1", "actual": 0} if {
	input.log_store.receives
	count(input.log_store.senders) == 0
}

not_applicable := host.no_log_server if {
	not input.log_store.receives
	count(input.log_store.senders) == 0
	count(input.log_store.unreadable) == 0
}

_old_enough(sender) if {
	is_string(sender.first)
	sender.first <= _due(sender)
}

# A folder is as old as the host's first record, so of two days the later one is due.
_due(sender) := max([sender.since, _half_a_year_ago]) if {
	is_string(sender.since)
} else := _half_a_year_ago

_half_a_year_ago := records.day_after(input.as_of, 0 - data.params.logging.records_old_enough.retention_days)
