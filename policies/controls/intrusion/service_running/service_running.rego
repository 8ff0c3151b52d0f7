# METADATA
# title: Repeated failed logins are watched for, now and after a restart
# description: Guessing passwords and keys goes on until somebody notices; a service that bans does so within minutes.
# schemas:
#   - input.intrusion: schema.intrusion
# custom:
#   title_zh: 登录失败检测服务正在运行且开机启动
#   description_zh: 口令和密钥的猜测会一直持续到有人发现；自动封禁服务可在几分钟内处置。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.a, GBT22239-8.1.4.4.f]
#   evidence: [intrusion]
#   max_age: 26h
#   remedy: {role: intrusion, tag: intrusion_ssh}
package controls.intrusion.service_running

deny contains {"item": item, "expected": true, "actual": false} if {
	some item in ["installed", "enabled", "active"]
	not input.intrusion[item]
}
