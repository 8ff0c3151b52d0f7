# METADATA
# title: Records carry the year, the zone and parts of a second
# description: The old format says neither year nor zone, so that records kept for half a year cannot be put in order, nor beside those of another host.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: 日志时间戳含年份、时区和小数秒
#   description_zh: 旧格式不含年份和时区，保存半年的记录无法排序，也无法与其他主机的记录对照。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.b, GBT22239-8.1.3.5.b]
#   evidence: [log_settings]
#   max_age: 26h
#   params:
#     templates:
#       bound: subset
#       default: [RSYSLOG_FileFormat, RSYSLOG_SyslogProtocol23Format]
#   remedy: {role: log_forward, tag: log_forward}
package controls.logging.time_stamps_precise

deny contains {"item": "rsyslog's format of files", "expected": concat(", ", _precise), "actual": input.log_settings.file_template} if {
	not input.log_settings.file_template in _precise
}

_precise := data.params.logging.time_stamps_precise.templates
