# METADATA
# title: No message leaves the host in clear text
# description: A second forwarding that somebody once added sends names and addresses for all to read, beside the sealed one.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 日志不以明文离开主机
#   description_zh: 某人过去添加的另一路转发会与加密转发并存，把用户名和地址以明文发送出去。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.8.a, GBT22239-8.1.5.4.d, GBT22239-8.1.2.2.b]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.sent_encrypted

deny contains {"item": sprintf("%s %s:%d", [forward.file, forward.target, forward.port]), "expected": "tls", "actual": forward.protocol} if {
	some forward in input.logging.rsyslog.forwards
	not forward.tls
}
