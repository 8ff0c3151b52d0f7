# METADATA
# title: Profiles are enforced, not only watched
# description: >-
#   A profile that complains only writes into the log and stops nothing. Profiles that a distribution ships as `unconfined`
#   only give a program a name.
# schemas:
#   - input.os: schema.os
#   - input.apparmor: schema.apparmor
# custom:
#   title_zh: 策略处于强制模式而非告警模式
#   description_zh: 处于 complain 模式的策略只记录日志，不阻止任何行为。发行版提供的 unconfined 策略仅用于标记程序。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.e, GBT22239-8.1.4.2.f]
#   evidence: [os, apparmor]
#   max_age: 26h
#   remedy: {role: apparmor, tag: apparmor_profiles}
package controls.apparmor.profiles_enforced

import data.lib.host

deny contains {"item": profile.name, "expected": "enforce", "actual": profile.mode} if {
	some profile in input.apparmor.profiles
	not profile.mode in {"enforce", "kill", "unconfined"}
}

deny contains {"item": "profiles", "expected": ">= 1", "actual": 0} if count(input.apparmor.profiles) == 0

not_applicable := host.container_owned if input.os.platform == "container"
