# METADATA
# title: The log server takes messages only from known hosts, and has recent ones
# description: A log server that takes what anyone sends can be flooded and lied to; a sender that fell silent is an alarm.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 日志服务器只接收已知主机的日志且各主机近期均有记录
#   description_zh: 来者不拒的日志服务器可被淹没或欺骗；某台主机不再发送日志本身就应当告警。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_server, tag: log_server}
package controls.logging.server_receives

deny contains {"item": sprintf("%s:%d tls", [source.kind, source.port]), "expected": true, "actual": false} if {
	some source in _inputs
	not source.tls
}

deny contains {"item": sprintf("%s:%d auth_mode", [source.kind, source.port]), "expected": "x509/name", "actual": source.auth_mode} if {
	some source in _inputs
	source.tls
	not source.auth_mode in {"x509/name", "x509/fingerprint"}
}

deny contains {"item": sprintf("%s:%d permitted_peers", [source.kind, source.port]), "expected": ">= 1", "actual": 0} if {
	some source in _inputs
	source.tls
	source.auth_mode in {"x509/name", "x509/fingerprint"}
	count(source.permitted_peers) == 0
}

deny contains {"item": sprintf("records of %s", [peer]), "expected": "<= 1440 minutes old", "actual": null} if {
	some source in _inputs
	some peer in source.permitted_peers
	not _recent(peer)
}

deny contains {"item": "senders", "expected": ">= 1", "actual": 0} if {
	count(_inputs) > 0
	count(input.logging.senders) == 0
}

not_applicable := {
	"en": "This host takes no messages from others: it is no log server.",
	"zh": "本机不接收其他主机的日志，不是日志服务器。",
} if {
	count(_inputs) == 0
	count(input.logging.unreadable) == 0
}

_inputs := input.logging.rsyslog.inputs

_recent(peer) if {
	some sender in input.logging.senders
	sender.host == peer
	is_number(sender.within_minutes)
}
