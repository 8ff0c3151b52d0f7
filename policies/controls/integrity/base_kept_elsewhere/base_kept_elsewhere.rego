# METADATA
# title: The integrity base is the one that is kept away from the host
# description: >-
#   Who has become root on a host can make its base anew after a change. The machine that collects keeps each base
#   and compares the digests.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 完整性基准库与主机之外留存的副本一致
#   description_zh: 入侵者取得 root 权限后，可在改动之后重建主机上的基准库。采集端留存每台主机的基准库并比对摘要。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.6.a, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   remedy: {role: integrity, tag: integrity_base}
package controls.integrity.base_kept_elsewhere

deny contains {"item": "base kept away from the host", "expected": "present", "actual": null} if _kept == null

deny contains {"item": "base on the host", "expected": "the one that is kept", "actual": "none"} if {
	_kept != null
	input.integrity.base == null
}

deny contains {"item": "base on the host", "expected": "the one that is kept", "actual": "another"} if {
	_kept != null
	input.integrity.base.sha256 != _kept
}

_kept := input.integrity.kept_sha256
