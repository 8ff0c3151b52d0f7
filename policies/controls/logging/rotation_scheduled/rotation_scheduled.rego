# METADATA
# title: Logs are rotated by a schedule that runs
# description: Rules of rotation do nothing by themselves. Without what starts logrotate files grow until the disk is full and logging ends.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: 日志轮转已按计划运行
#   description_zh: 轮转规则本身不会执行；没有定时启动 logrotate，日志会不断增长直至写满磁盘而中断记录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [log_settings]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_retention}
package controls.logging.rotation_scheduled

deny contains {"item": "logrotate", "expected": "installed", "actual": null} if not _rotation.installed

deny contains {"item": "logrotate.timer", "expected": "active", "actual": "inactive"} if {
	_rotation.installed
	not _rotation.timer
	not _rotation.cron
}

_rotation := input.log_settings.rotation
