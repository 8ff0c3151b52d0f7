# METADATA
# title: No service has failed
# description: A failed unit is a service that should run and does not; nobody has looked at it yet.
# schemas:
#   - input.services: schema.services
# custom:
#   title_zh: 没有处于失败状态的服务
#   description_zh: 失败的单元表示应当运行的服务没有运行，且尚未有人处理。
#   severity: medium
#   subject: host
#   requirements: [HUB-C1.3, HUB-C4.1, GBT22239-8.1.5.4.c]
#   evidence: [services]
#   max_age: 26h
#   remedy:
#     manual: "Read why it failed (systemctl status UNIT, journalctl -u UNIT), mend the cause, then start it again or run systemctl reset-failed UNIT."
#     manual_zh: "查看失败原因（systemctl status 单元、journalctl -u 单元），排除后重新启动，或执行 systemctl reset-failed 单元。"
package controls.services.failed_absent

deny contains {"item": unit, "expected": "not failed", "actual": "failed"} if some unit in input.services.failed
