# METADATA
# title: Access that is refused to people is recorded
# description: Somebody who tries one door after the other finds most of them closed; each refusal tells of the search.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 人员被拒绝的访问有审计记录
#   description_zh: 逐一试探的人多数会碰壁；每次被拒都是迹象。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.denied_access_recorded

import data.lib.audit
import data.lib.host

# Refused for want of rights, or for what the thing is.
deny contains denial if {
	some reason in ["exit=-EACCES", "exit=-EPERM"]
	some found in audit.unrecorded(input.os.architecture, input.audit, _calls, audit.users | {reason})
	denial := object.union(found, {"item": sprintf("%s %s", [found.item, reason])})
}

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"open", "openat", "openat2", "open_by_handle_at", "creat", "truncate", "ftruncate"}
