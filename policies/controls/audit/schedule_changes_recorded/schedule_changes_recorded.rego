# METADATA
# title: Changes of what starts by itself are recorded
# description: A job of cron or a unit of systemd is how an intruder outlives a restart.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 计划任务与开机服务的变更有审计记录
#   description_zh: 入侵者借计划任务或系统服务在重启后继续存在。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     schedule_paths:
#       default:
#         - /etc/crontab
#         - /etc/cron.d
#         - /etc/cron.hourly
#         - /etc/cron.daily
#         - /etc/cron.weekly
#         - /etc/cron.monthly
#         - /etc/systemd/system
#         - /var/spool/cron
#       bound: superset
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.schedule_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.schedule_changes_recorded.schedule_paths)

not_applicable := host.container_owned if input.os.platform == "container"
