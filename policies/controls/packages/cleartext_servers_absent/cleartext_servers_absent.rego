# METADATA
# title: No server that takes passwords in clear text is installed
# description: Telnet, rsh, FTP, TFTP, talk and NIS let anyone on the path read passwords and data, or ask for none at all.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 未安装以明文传输口令的服务软件
#   description_zh: Telnet、rsh、FTP、TFTP、talk 和 NIS 会使口令和数据在链路上被窃听，甚至根本不做鉴别。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.4.a, GBT22239-8.1.4.4.b]
#   evidence: [packages]
#   max_age: 26h
#   params:
#     names:
#       bound: superset
#       default: [atftpd, ftpd, inetutils-ftpd, inetutils-telnetd, nis, rsh-redone-server, rsh-server, talkd, telnetd, telnetd-ssl, tftpd, tftpd-hpa, vsftpd, ypserv]
#   remedy:
#     manual: "Move its users to SSH or SFTP, then remove the package: apt-get purge PACKAGE."
#     manual_zh: "将使用者迁移到 SSH 或 SFTP，然后卸载软件包：apt-get purge 软件包。"
package controls.packages.cleartext_servers_absent

deny contains {"item": found.name, "expected": null, "actual": found.version} if {
	some found in input.packages.installed
	found.name in data.params.packages.cleartext_servers_absent.names
}
