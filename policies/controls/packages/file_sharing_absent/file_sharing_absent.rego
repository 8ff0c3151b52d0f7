# METADATA
# title: No server for shared files, printers or discovery is installed
# description: NFS, Samba, the port mapper, CUPS and Avahi open shares and ports that worms look for first. A host that must share needs a waiver.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 未安装文件共享、打印和网络发现服务
#   description_zh: NFS、Samba、端口映射、CUPS 和 Avahi 会开放蠕虫最先寻找的共享和端口；确需共享的主机须申请豁免。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a, GBT22239-8.1.4.4.b]
#   evidence: [packages]
#   max_age: 26h
#   params:
#     file_sharing:
#       bound: superset
#       default: [avahi-autoipd, avahi-daemon, cups, "cups-*", glusterfs-server, ksmbd-tools, minidlna, netatalk, "nfs-ganesha*", nfs-kernel-server, "proftpd*", "pure-ftpd*", rpcbind, samba, "samba-ad-*"]
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.file_sharing_absent

import data.lib.names

deny contains {"item": found.name, "expected": null, "actual": found.version} if {
	some found in input.packages.installed
	names.matches(found.name, data.params.packages.file_sharing_absent.file_sharing)
}
