# METADATA
# title: Only what is declared was installed on purpose
# description: Each program that nobody needs is one more to attack and to mend. Counted is what somebody asked for, beside the distribution's base and what came along with it.
# schemas:
#   - input.footprint: schema.footprint
# custom:
#   title_zh: 人为安装的软件均在允许清单内
#   description_zh: 多余的软件会增加攻击面和修补负担。统计范围为人为安装的软件包，不含发行版基本系统以及作为依赖自动安装的软件包。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [footprint]
#   max_age: 26h
#   params:
#     packages:
#       default: [acl, adduser, aide, aide-common, amd64-microcode, apparmor, "apparmor-profiles*", apparmor-utils, apt, "apt-*", audispd-plugins, auditd, bash-completion, borgbackup, borgmatic, busybox, bzip2, ca-certificates, chrony, clamav, "clamav-*", "console-setup*", cracklib-runtime, cron, "cryptsetup*", dbus, "dbus-*", debian-archive-keyring, dmidecode, "dracut*", e2fsprogs-l10n, fail2ban, file, "firmware-*", gdisk, "grub-*", grub2-common, "hubops-*", "ifupdown*", "initramfs-tools*", installation-report, intel-microcode, kbd, keyboard-configuration, kmod, laptop-detect, less, "libpam-*", "linux-image-*", linux-sysctl-defaults, locales, "login*", logrotate, lsb-release, lsof, lvm2, man-db, manpages, mdadm, media-types, needrestart, netbase, nftables, open-vm-tools, "openssh-*", openssl, openssl-provider-legacy, os-prober, parted, passwd, pciutils, perl, "perl-*", pgbackrest, polkitd, postgresql, "postgresql-*", procps, prometheus, "prometheus-*", psmisc, python3, "python3-*", "python3.*", qemu-guest-agent, qemu-system-guest-agent, restic, rsyslog, "rsyslog-*", sensible-utils, shim-signed, sudo, systemd, "systemd-*", task-english, task-ssh-server, tasksel, tasksel-data, tzdata, "tzdata-*", ucf, udev, unattended-upgrades, usb.ids, usrmerge, util-linux, "util-linux-*", uuid-runtime, vim-tiny, whiptail, wtmpdb, xfsprogs, xz-utils, zstd]
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.only_needed

import data.lib.names

deny contains {"item": name, "expected": null, "actual": "installed"} if {
	some name in input.footprint.asked
	not names.matches(name, data.params.packages.only_needed.packages)
}

# Every host was given at least a way in.
deny contains {"item": "packages", "expected": ">= 1", "actual": 0} if count(input.footprint.asked) == 0
