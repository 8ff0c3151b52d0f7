# METADATA
# title: Messages wait on disk, also over a restart
# description: While the log server is away messages must wait on disk, with room for a day and more, and what still is in memory must be written when the service stops.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: 待发日志在磁盘排队且重启不丢失
#   description_zh: 日志服务器不可达时，消息须在磁盘上排队，空间应足够一天以上；服务停止时，内存中的消息须写入磁盘。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d]
#   evidence: [log_settings]
#   max_age: 26h
#   params:
#     queue_mib: {default: 1024, bound: ">=256"}
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.queue_on_disk

deny contains {"item": "forwarding queue", "expected": ">= 1", "actual": 0} if count(input.log_settings.queues) == 0

deny contains {"item": sprintf("forwarding queue %s", [name]), "expected": true, "actual": queue[name]} if {
	some queue in input.log_settings.queues
	some name in {"on_disk", "saved_at_stop"}
	queue[name] != true
}

deny contains {"item": "forwarding queue type", "expected": "linkedlist", "actual": queue.type} if {
	some queue in input.log_settings.queues
	not queue.type in {"linkedlist", "fixedarray", "disk"}
}

# Without a limit it takes what the disk has.
deny contains {"item": "forwarding queue size", "expected": sprintf(">= %d MiB", [_least]), "actual": queue.max_mib} if {
	some queue in input.log_settings.queues
	is_number(queue.max_mib)
	queue.max_mib < _least
}

_least := data.params.logging.queue_on_disk.queue_mib
