# METADATA
# title: Changes of SSH's settings are recorded
# description: SSH is the way in for administration; a setting that was loosened for an hour is seen only here.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: SSH 配置的变更有审计记录
#   description_zh: SSH 是管理入口；曾被放宽一小时的设置，只有审计记录能反映。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     ssh_paths: {default: [/etc/ssh], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.ssh_configuration_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.ssh_configuration_recorded.ssh_paths)

not_applicable := host.container_owned if input.os.platform == "container"
