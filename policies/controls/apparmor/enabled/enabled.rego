# METADATA
# title: Mandatory access control is on
# description: >-
#   AppArmor limits what a service may do whatever its own rights are. It is on in the kernel, has profiles, and loads them at each start.
# schemas:
#   - input.os: schema.os
#   - input.apparmor: schema.apparmor
# custom:
#   title_zh: 已启用强制访问控制
#   description_zh: AppArmor 在服务自身权限之外限制其行为。应在内核中启用、已加载策略，并在每次启动时加载。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.e, GBT22239-8.1.4.2.f]
#   evidence: [os, apparmor]
#   max_age: 26h
#   remedy: {role: apparmor, tag: apparmor_service}
package controls.apparmor.enabled

import data.lib.host

deny contains {"item": "AppArmor in the kernel", "expected": true, "actual": input.apparmor.enabled} if {
	input.apparmor.enabled != true
}

deny contains {"item": "profiles loaded at start", "expected": true, "actual": input.apparmor.at_start} if {
	input.apparmor.at_start != true
}

deny contains {"item": "profiles", "expected": ">= 1", "actual": 0} if count(input.apparmor.profiles) == 0

not_applicable := host.container_owned if input.os.platform == "container"
