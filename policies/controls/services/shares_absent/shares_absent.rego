# METADATA
# title: The host shares no directories
# description: An export of NFS or a section of Samba opens files to the network, often to more hosts than was meant, and may stay after its use.
# schemas:
#   - input.footprint: schema.footprint
# custom:
#   title_zh: 主机未共享目录
#   description_zh: NFS 导出或 Samba 共享会将文件开放到网络，往往超出预期的范围，并在用完之后遗留下来。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.b]
#   evidence: [footprint]
#   max_age: 26h
#   remedy: {role: minimal, tag: minimal_shares}
package controls.services.shares_absent

deny contains {"item": sprintf("%s %s", [found.file, found.share]), "expected": null, "actual": "shared"} if {
	some found in input.footprint.shares
}
