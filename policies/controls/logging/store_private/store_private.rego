# METADATA
# title: Others' records on the log server are closed to ordinary users
# description: They tell of every host at once, so whoever may read them knows the hub, and whoever may write them can hide in it.
# schemas:
#   - input.log_store: schema.log_store
# custom:
#   title_zh: 日志服务器上的各主机日志不对普通用户开放
#   description_zh: 其中汇集了所有主机的情况：能读取者可摸清整个中枢，能写入者可隐藏踪迹。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.3.5.c]
#   evidence: [log_store]
#   max_age: 26h
#   remedy: {role: log_server, tag: log_server}
package controls.logging.store_private

import data.lib.host

deny contains {"item": sprintf("records of %s", [sender.host]), "expected": "closed to others", "actual": "open"} if {
	some sender in input.log_store.senders
	sender.open
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
