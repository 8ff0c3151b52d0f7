# METADATA
# title: The timers of apt are enabled and running
# description: >-
#   Settings alone start nothing: two timers fetch the lists and install the updates.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: apt 的定时器已启用并在运行
#   description_zh: 仅有配置不会触发任何动作：由两个定时器分别获取列表和安装更新。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   remedy: {role: updates, tag: updates_timers}
package controls.updates.timers_active

import data.lib.jobs

deny contains {"item": name, "expected": "enabled and active", "actual": jobs.state(input.updates.timers, name)} if {
	some name in {"apt-daily.timer", "apt-daily-upgrade.timer"}
	not jobs.runs(input.updates.timers, name)
}
