# METADATA
# title: Every message is sent to the log server, sealed and without loss
# description: Whoever takes a host over can wipe its own logs; the copy on the log server stays. It must be encrypted, go to the right server, and wait on disk while the server is away.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 全部日志加密转发到日志服务器且不丢失
#   description_zh: 攻击者控制主机后可以抹掉本机日志，日志服务器上的副本则得以保留。转发应加密并核验对端身份，服务器不可达时应在磁盘上排队等待。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c, GBT22239-8.1.5.4.d, GBT22239-8.1.3.5.c]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.forwarded

deny contains {"item": "forwarding of *.*", "expected": "tls", "actual": null} if count(_forwards) == 0

deny contains {"item": sprintf("%s:%d %s", [forward.target, forward.port, name]), "expected": expected, "actual": forward[name]} if {
	some forward in _forwards
	some name, expected in {"protocol": "tcp", "tls": true, "queue": "disk", "retry_count": -1}
	forward[name] != expected
}

# The other modes encrypt towards whoever answers.
deny contains {"item": sprintf("%s:%d auth_mode", [forward.target, forward.port]), "expected": "x509/name", "actual": forward.auth_mode} if {
	some forward in _forwards
	not forward.auth_mode in {"x509/name", "x509/fingerprint"}
}

# The journal drops what it pushes while rsyslog is busy, starting or away.
deny contains {"item": "messages of the journal", "expected": "read by rsyslog", "actual": "pushed to it"} if {
	count(_forwards) > 0
	not input.logging.rsyslog.reads_journal
}

deny contains {"item": "rsyslogd -N1", "expected": "valid", "actual": "invalid"} if input.logging.rsyslog.valid == false

# Nobody tried it, so nothing says that what is configured is also done.
deny contains {"item": "rsyslogd -N1", "expected": "valid", "actual": null} if {
	count(_forwards) > 0
	is_null(input.logging.rsyslog.valid)
}

_forwards := [forward | some forward in input.logging.rsyslog.forwards; forward.selector == "*.*"]
