# METADATA
# title: File systems that people mount are recorded
# description: Data leaves and programs come by a file system that is mounted for a moment.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 人员挂载文件系统有审计记录
#   description_zh: 数据外泄与程序带入，可借临时挂载的文件系统完成。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.mounts_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, audit.users)

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"mount", "umount2"}
