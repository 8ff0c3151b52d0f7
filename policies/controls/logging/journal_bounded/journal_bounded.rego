# METADATA
# title: The journal is compressed and has room of its own
# description: By default the journal shrinks as the disk fills, so nobody can say how much of the past it holds. A fixed room keeps it from filling the disk and from being pressed to nothing.
# schemas:
#   - input.log_settings: schema.log_settings
# custom:
#   title_zh: journal 已压缩并限定空间
#   description_zh: 默认情况下，journal 会随磁盘占满而缩减，无法确定能保留多久。设定固定空间，既不会占满磁盘，也不会被压缩殆尽。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.4.3.c]
#   evidence: [log_settings]
#   max_age: 26h
#   params:
#     journal_mib: {default: 1024, bound: ">=256"}
#   remedy: {role: log_forward, tag: log_journal}
package controls.logging.journal_bounded

deny contains {"item": "journald Compress", "expected": true, "actual": input.log_settings.journal.compress} if input.log_settings.journal.compress != true

deny contains {"item": "journald SystemMaxUse", "expected": sprintf(">= %d MiB", [_least]), "actual": _room} if not _enough

_enough if {
	is_number(_room)
	_room >= _least
}

_room := input.log_settings.journal.max_use_mib

_least := data.params.logging.journal_bounded.journal_mib
