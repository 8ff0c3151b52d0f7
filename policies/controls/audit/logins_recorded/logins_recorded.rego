# METADATA
# title: Changes of the records of logins are recorded
# description: The lists of past, present and failed logins are what an intruder wipes first.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 登录记录文件的变更有审计记录
#   description_zh: 历史、当前与失败登录的记录文件，是入侵者最先抹去的内容。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.c]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     login_paths: {default: [/var/log/lastlog, /run/faillock], bound: superset}
#     session_paths: {default: [/run/utmp, /var/log/wtmp, /var/log/btmp], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.logins_recorded

import data.lib.audit
import data.lib.host

deny contains denial if {
	some paths in [_params.login_paths, _params.session_paths]
	some denial in audit.unwatched(input.audit, paths)
}

not_applicable := host.container_owned if input.os.platform == "container"

_params := data.params.audit.logins_recorded
