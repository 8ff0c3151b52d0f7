# METADATA
# title: What automatic updates did is reported
# description: >-
#   An update that failed, or that broke something, must be seen: in the system log, which goes to the log server,
#   or by mail.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 自动更新的结果会上报
#   description_zh: 更新失败或引发问题必须被看到：写入会转发到日志服务器的系统日志，或以邮件通知。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.6, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   remedy: {role: updates, tag: updates_automatic}
package controls.updates.results_reported

deny contains {"item": "results of updates", "expected": "to the system log or by mail", "actual": null} if {
	not input.updates.automatic.reports_to_syslog
	not input.updates.automatic.reports_by_mail
}
