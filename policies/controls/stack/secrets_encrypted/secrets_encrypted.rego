# METADATA
# title: No secret stands open in a stack
# description: Passwords, tokens and private keys in a stack's resources are marked secret, so that its state holds them encrypted.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 编排中的敏感信息加密保存
#   description_zh: 编排资源中的口令、令牌和私钥均标记为机密，在状态文件中加密保存。
#   severity: high
#   subject: stack
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b]
#   evidence: [plan]
#   max_age: 26h
#   remedy:
#     manual: Mark the value secret in the stack's program or configuration, deploy it again, and change the secret.
#     manual_zh: 在编排程序或配置中将该值标记为机密并重新部署，同时更换该敏感信息。
package controls.stack.secrets_encrypted

import data.lib.plan

deny contains {
	"item": sprintf("%s.%s", [resource.name, property.path]),
	"expected": "secret",
	"actual": "plain text",
} if {
	some resource in input.plan.resources
	some property in resource.properties
	property.sensitive
	property.kind == "known"
}

not_applicable := {"en": "The stack declares no resource.", "zh": "该编排未声明任何资源。"} if {
	plan.complete(input.plan)
	count([property | some property in input.plan.resources[_].properties]) == 0
}
