# METADATA
# title: Programs, settings, boot files and the audit's rules are watched by their digests
# description: >-
#   The checker itself is asked whether it would take in a file in each directory, so that an exception in any of
#   its files counts.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 程序、配置、启动文件和审计规则均按摘要监测
#   description_zh: 直接询问检查工具是否会纳入各目录下的文件，因此任何配置文件中的例外都会被计入。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.6.a, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   params:
#     paths: {default: [/boot, /etc, /usr/bin, /usr/lib, /usr/local, /usr/sbin], bound: superset}
#   remedy: {role: integrity, tag: integrity_scope}
package controls.integrity.scope_sufficient

deny contains {"item": path, "expected": "watched by its digest", "actual": null} if {
	some path in data.params.integrity.scope_sufficient.paths
	not _watched(path)
}

deny contains {"item": file.path, "expected": "watched by its digest", "actual": _how(file)} if {
	some file in input.integrity.files
	not file.hashed
}

_watched(path) if {
	some directory in input.integrity.directories
	directory.path == path
	directory.hashed
}

_how(file) := "not watched" if not file.covered

_how(file) := "watched without a digest" if file.covered
