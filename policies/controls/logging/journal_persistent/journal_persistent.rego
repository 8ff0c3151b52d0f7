# METADATA
# title: The journal survives a restart
# description: A journal in memory is gone with the first reboot, and with it what led to it.
# schemas:
#   - input.logging: schema.logging
# custom:
#   title_zh: 系统日志（journal）持久保存
#   description_zh: 仅存于内存的 journal 在重启后丢失，重启的原因也随之无从查起。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [logging]
#   max_age: 26h
#   remedy: {role: log_forward, tag: log_journal}
package controls.logging.journal_persistent

deny contains {"item": "journald Storage", "expected": "persistent", "actual": input.logging.journal.storage} if {
	input.logging.journal.storage != "persistent"
}

deny contains {"item": "/var/log/journal", "expected": "present", "actual": null} if {
	input.logging.journal.storage == "persistent"
	not input.logging.journal.persistent
}
