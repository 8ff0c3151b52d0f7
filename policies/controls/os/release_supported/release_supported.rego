# METADATA
# title: The distribution still gets security updates
# description: A release past its end of support gets no fixes, so every hole that is found stays open. A release that is not listed cannot be shown to be supported.
# schemas:
#   - input.os: schema.os
# custom:
#   title_zh: 操作系统版本仍在安全维护期内
#   description_zh: 已停止维护的版本不再获得修复，发现的漏洞将一直存在；未列入清单的版本无法证明仍受支持。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [os]
#   max_age: 7d
#   dated: true
#   params:
#     releases:
#       bound: superset
#       default:
#         - {id: debian, version_id: "11", until: "2026-08-31"}
#         - {id: debian, version_id: "12", until: "2028-06-30"}
#         - {id: debian, version_id: "13", until: "2030-06-30"}
#         - {id: ubuntu, version_id: "22.04", until: "2027-04-01"}
#         - {id: ubuntu, version_id: "24.04", until: "2029-04-01"}
#   remedy:
#     manual: Upgrade the host to a supported release, or build it anew from a current image and move its service there.
#     manual_zh: 将主机升级到受支持的版本，或用最新镜像重建主机并迁移其业务。
package controls.os.release_supported

deny contains {"item": _release, "expected": "a supported release", "actual": null} if not _until

deny contains {"item": _release, "expected": sprintf(">= %s", [_today]), "actual": _until} if _until < _today

_today := substring(input.as_of, 0, 10)

_release := sprintf("%v %v", [input.os.id, input.os.version_id])

# A second entry of one release can only shorten its support.
_until := min([release.until |
	some release in data.params.os.release_supported.releases
	release.id == input.os.id
	release.version_id == input.os.version_id
])
