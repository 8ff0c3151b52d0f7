# METADATA
# title: Every service that has a profile runs under it
# description: >-
#   A service that was started before its profile was loaded goes on without it until it is restarted.
# schemas:
#   - input.os: schema.os
#   - input.apparmor: schema.apparmor
# custom:
#   title_zh: 有策略的服务均在策略约束下运行
#   description_zh: 在策略加载之前启动的服务会一直不受约束，直到重启。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.e, GBT22239-8.1.4.2.f]
#   evidence: [os, apparmor]
#   max_age: 26h
#   remedy: {role: apparmor, tag: apparmor_confinement}
package controls.apparmor.services_confined

import data.lib.host

deny contains {"item": program, "expected": "confined", "actual": "unconfined"} if {
	some program in input.apparmor.unconfined
}

deny contains {"item": "profiles", "expected": ">= 1", "actual": 0} if count(input.apparmor.profiles) == 0

not_applicable := host.container_owned if input.os.platform == "container"
