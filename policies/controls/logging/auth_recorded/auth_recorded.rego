# METADATA
# title: Every login and use of sudo is recorded in a file
# description: Logins, failures and commands by sudo go through one facility. Without a rule that takes all of it the host cannot say who was there.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: 登录与 sudo 操作全部写入日志文件
#   description_zh: 登录、登录失败和 sudo 命令都经由同一日志类别；没有规则完整接收该类别时，无法查明谁登录过主机。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.b]
#   evidence: [log_settings]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.auth_recorded

deny contains {"item": "file for authpriv.*", "expected": "/var/log/auth.log", "actual": null} if count(input.log_settings.auth_files) == 0
