# METADATA
# title: Every package source names the keys that sign it
# description: >-
#   A source that names none is believed by any key that apt knows, so the key of one vendor would do for the
#   packages of all.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 每个软件源都指定其签名密钥
#   description_zh: 未指定密钥的软件源会接受 apt 信任的任何密钥，任一供应商的密钥因此可为所有软件包签名。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.7.a]
#   evidence: [packages]
#   max_age: 26h
#   remedy: {role: updates, tag: updates_sources}
package controls.packages.sources_signed

deny contains {"item": _name(source), "expected": "signed-by", "actual": null} if {
	some source in input.packages.sources
	source.enabled
	object.get(source, "signed_by", null) in {null, ""}
}

_name(source) := sprintf("%s %s %s", [source.file, concat(" ", source.uris), concat(" ", source.suites)])
