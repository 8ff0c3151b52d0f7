# METADATA
# title: The base that integrity checks compare with exists and is root's alone
# description: >-
#   A check without a base notices nothing; a base that others may write can be made to agree with any change.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 完整性基准库存在且仅 root 可访问
#   description_zh: 没有基准库，检查什么也发现不了；他人可写的基准库可以被改得与任何改动一致。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   remedy: {role: integrity, tag: integrity_base}
package controls.integrity.base_present

import data.lib.octal

deny contains {"item": "integrity base", "expected": "present", "actual": null} if input.integrity.base == null

deny contains {"item": _base.path, "expected": "not empty", "actual": "empty"} if _base.empty

deny contains {"item": _base.path, "expected": "<= 0600", "actual": _base.mode} if not octal.subset(_base.mode, "0600")

deny contains {"item": _base.path, "expected": "root", "actual": _base.owner} if _base.owner != "root"

_base := input.integrity.base
