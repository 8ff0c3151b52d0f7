# METADATA
# title: The forwarder runs and its connection stands
# description: A perfect configuration sends nothing while the service is stopped or the server refuses it.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 日志转发服务正在运行且已连接
#   description_zh: 服务停止或被服务器拒绝时，再完善的配置也发不出日志。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.d, GBT22239-8.1.5.4.d]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.forwarder_running

deny contains {"item": sprintf("rsyslog.service %s", [state]), "expected": true, "actual": _rsyslog[state]} if {
	some state in {"active", "enabled"}
	_rsyslog[state] != true
}

deny contains {"item": sprintf("connection to %s:%d", [forward.target, forward.port]), "expected": true, "actual": forward.connected} if {
	some forward in _rsyslog.forwards
	forward.protocol != "udp" # it has no connection
	forward.connected != true
}

_rsyslog := input.logging.rsyslog
