# METADATA
# title: Setting the clock or the time zone is recorded
# description: A clock that was set back puts every later record at the wrong place.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 修改时钟或时区有审计记录
#   description_zh: 时钟被回拨后，其后的记录次序全部失真。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.b]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     time_paths: {default: [/etc/localtime], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.time_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.time_changes_recorded.time_paths)

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, set())

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"adjtimex", "settimeofday", "clock_settime"}
