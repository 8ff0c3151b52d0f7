# METADATA
# title: Packages that nothing needs any more are removed
# description: Old kernels and libraries are holes that nobody looks after.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 不再需要的软件包已被移除
#   description_zh: 旧内核和无用的库是无人维护的漏洞。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [updates]
#   max_age: 26h
#   remedy: {role: updates, tag: updates_obsolete}
package controls.updates.obsolete_removed

deny contains {"item": name, "expected": "removed", "actual": "installed"} if some name in input.updates.obsolete

deny contains {"item": "unused kernels", "expected": "removed by updates", "actual": "kept"} if {
	not input.updates.automatic.removes_unused_kernels
}
