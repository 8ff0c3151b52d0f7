# METADATA
# title: Hosts are made from images that cannot change unseen
# description: Each host names its image by the digest of its content, not by a tag that may move.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 主机镜像按内容摘要固定
#   description_zh: 每台主机以内容摘要指定镜像，而非可变的标签。
#   severity: medium
#   subject: stack
#   requirements: [HUB-C2.4, GBT22239-8.1.10.8.a, GBT22239-8.1.4.7.b]
#   evidence: [plan]
#   max_age: 26h
#   remedy:
#     manual: Name the image with its digest (name@sha256:…) in the stack's program.
#     manual_zh: 在编排程序中以摘要形式（name@sha256:…）指定镜像。
package controls.stack.images_pinned

import data.lib.plan

deny contains {"item": host.name, "expected": "@sha256:", "actual": host.image} if {
	some host in plan.to_be(input.plan)
	plan.known(host, "image")
	not _pinned(host.image)
}

not_applicable := plan.no_hosts if {
	plan.complete(input.plan)
	count(plan.to_be(input.plan)) == 0
}

_pinned(image) if {
	is_string(image)
	regex.match(`^[^@\s]+@sha256:[0-9a-f]{64}$`, image)
}
