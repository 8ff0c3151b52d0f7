# METADATA
# title: Only named accounts may have jobs run by cron and at
# description: A job runs when its owner is away. Without a list of who may, everybody may as soon as the program is there.
# schemas:
#   - input.access: schema.access
# custom:
#   title_zh: 仅指定账户可使用 cron 和 at 安排任务
#   description_zh: 任务在使用人不在场时运行。没有允许名单时，只要程序存在人人可用。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [access]
#   max_age: 26h
#   params: {schedule_users: {default: [root]}}
#   remedy: {role: accounts, tag: accounts_schedules}
package controls.files.cron_access_limited

deny contains {"item": sprintf("/etc/%s.allow", [name]), "expected": sort(_users), "actual": _said(name)} if {
	some name in ["cron", "at"]
	not _limited(_lists(name))
}

_lists(name) := [scheduler.allow | some scheduler in input.access.schedulers; scheduler.name == name]

# Null where there is no list.
_said(name) := _lists(name)[0] if {
	count(_lists(name)) > 0
} else := null

_limited(lists) if {
	count(lists) > 0
	every list in lists {
		is_array(list)
		every user in list {
			user in _users
		}
	}
}

_users := data.params.files.cron_access_limited.schedule_users
