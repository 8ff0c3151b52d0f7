# METADATA
# title: Nobody can stop the audit daemon by hand
# description: >-
#   Stopping the service is the first thing that somebody does who wants to act unseen; systemd can refuse it even
#   to root.
# schemas:
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计守护进程不能被手工停止
#   description_zh: 想要不被发现的人首先会停止审计服务；systemd 可对 root 也予以拒绝。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.d]
#   evidence: [audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_service}
package controls.audit.service_protected

deny contains {"item": name, "expected": true, "actual": input.audit.service[name]} if {
	some name in ["installed", "refuses_stop"]
	input.audit.service[name] != true
}
