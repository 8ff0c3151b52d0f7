# METADATA
# title: Installed programs are as their packages brought them
# description: >-
#   Each package brings digests of its files. A program that differs from them was exchanged or damaged; settings
#   are left to the integrity base.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 已安装的程序与软件包内容一致
#   description_zh: 每个软件包都带有其文件的摘要。与之不符的程序已被替换或损坏；配置文件由完整性基准库监测。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.6.a, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   remedy:
#     manual: Find out why the file differs. Reinstall its package with `apt-get install --reinstall`, and treat the host as broken into unless the cause is known.
#     manual_zh: 查明文件不符的原因。用 `apt-get install --reinstall` 重装所属软件包；原因不明时，按主机已被入侵处置。
package controls.integrity.packages_unchanged

deny contains {"item": path, "expected": "as in its package", "actual": "altered or missing"} if {
	some path in _altered.first
}

deny contains {"item": "further files", "expected": 0, "actual": _altered.count - count(_altered.first)} if {
	_altered.count != count(_altered.first)
}

deny contains {"item": "comparison with the packages", "expected": "completed", "actual": null} if not _compared

_compared if _altered != null

_altered := input.integrity.last_check.altered
