# METADATA
# title: System, security and audit administration lie in different hands
# description: All three posts are held, and nobody holds two of them, not even as a deputy.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 系统管理、安全管理、审计管理三员分立
#   description_zh: 三类管理员岗位均已任命，且无人同时担任其中两类（含备岗）。
#   severity: high
#   subject: hub
#   requirements: [HUB-B3, GBT22239-8.1.7.1.c, GBT22239-8.1.7.2.b, GBT22239-8.1.4.2.d]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Give the conflicting posts to different people and change the post records.
#     manual_zh: 将互斥岗位分配给不同人员，并更新岗位（post）记录。
package controls.people.conflicting_posts_separated

_separate := {"system_admin", "security_admin", "audit_admin"}

deny contains {"item": id, "expected": "<= 1", "actual": sort(roles)} if {
	some id, roles in _roles
	count(roles) > 1
}

deny contains {"item": role, "expected": ">= 1", "actual": 0} if {
	some role in _separate
	count([post | some post in input.records.post; post.role == role; post.primary != null]) == 0
}

_roles[id] contains post.role if {
	some post in input.records.post
	post.role in _separate
	some id in [post.primary, post.deputy]
	id != null
}
