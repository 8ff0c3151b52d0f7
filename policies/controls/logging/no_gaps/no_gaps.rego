# METADATA
# title: The log server has records of every day
# description: A day without any record is a host that could not send, or records that somebody took away. Either must be explained.
# schemas:
#   - input.log_store: schema.log_store
# custom:
#   title_zh: 日志服务器的记录无缺日
#   description_zh: 某日没有任何记录，要么主机无法发送，要么记录被人删除，两种情况都必须说明原因。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.4.3.d]
#   evidence: [log_store]
#   max_age: 26h
#   params:
#     gap_days: {default: 1, bound: "<=1"}
#   remedy:
#     manual: Find out whether the host was off or records are missing, bring them back from the host or the backup, or waive the gap with the reason.
#     manual_zh: 查明主机当日是停机还是记录缺失，从主机或备份补回记录，或说明原因后申请豁免。
package controls.logging.no_gaps

import data.lib.host

deny contains {"item": sprintf("%s from %s", [sender.host, gap.from]), "expected": sprintf("< %d days", [_days]), "actual": gap.days} if {
	some sender in input.log_store.senders
	some gap in sender.gaps
	gap.days >= _days
}

deny contains {"item": sprintf("records of %s", [sender.host]), "expected": ">= 1", "actual": 0} if {
	some sender in input.log_store.senders
	is_null(sender.first)
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

_days := data.params.logging.no_gaps.gap_days
