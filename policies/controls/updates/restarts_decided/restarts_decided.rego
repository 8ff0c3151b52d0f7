# METADATA
# title: Whether a host restarts itself after updates is as decided
# description: A restart that nobody expects is an outage; where it is wanted, the profile says so.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 更新后是否自行重启与既定要求一致
#   description_zh: 无人预料的重启即为故障；需要自动重启的，由配置档明确规定。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   params:
#     automatic_reboot: {default: false}
#   remedy: {role: updates, tag: updates_automatic}
package controls.updates.restarts_decided

deny contains {"item": "restarts by itself", "expected": _wanted, "actual": _actual} if _actual != _wanted

_actual := input.updates.automatic.reboots

_wanted := data.params.updates.restarts_decided.automatic_reboot
