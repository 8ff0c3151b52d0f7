# METADATA
# title: The journal limits floods without losing what counts
# description: Without a limit one service fills the disk and drives the records of all others out; with too low a one it loses messages in the busy minutes that matter.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: journal 限速设置合理
#   description_zh: 不限速时，单个服务即可写满磁盘、挤掉其他记录；限得过低则会在最关键的繁忙时刻丢失消息。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.d]
#   evidence: [log_settings]
#   max_age: 26h
#   params:
#     rate_burst: {default: 10000, bound: ">=1000"}
#   remedy: {role: log_forward, tag: log_journal}
package controls.logging.rate_limits_sane

deny contains {"item": "journald RateLimitIntervalSec", "expected": "> 0", "actual": _journal.rate_seconds} if not _positive(_journal.rate_seconds)

deny contains {"item": "journald RateLimitBurst", "expected": sprintf(">= %d", [_least]), "actual": _journal.rate_burst} if not _enough

_positive(number) if {
	is_number(number)
	number > 0
}

_enough if {
	_positive(_journal.rate_burst)
	_journal.rate_burst >= _least
}

_journal := input.log_settings.journal

_least := data.params.logging.rate_limits_sane.rate_burst
