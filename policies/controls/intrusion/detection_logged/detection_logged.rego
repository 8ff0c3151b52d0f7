# METADATA
# title: Bans are told to the system's log
# description: >-
#   What goes to a file of its own never reaches the central log; whom a host bans tells of attacks on all of
#   them.
# schemas:
#   - input.intrusion: schema.intrusion
# custom:
#   title_zh: 封禁记录写入系统日志
#   description_zh: 单独写文件的记录不会进入集中日志；而一台主机封禁了谁，往往预示其他主机也在遭受攻击。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.d, GBT22239-8.1.4.4.f]
#   evidence: [intrusion]
#   max_age: 26h
#   remedy: {role: intrusion, tag: intrusion_log}
package controls.intrusion.detection_logged

deny contains {"item": "target", "expected": ["SYSLOG", "SYSTEMD-JOURNAL"], "actual": input.intrusion.log.target} if {
	not input.intrusion.log.target in {"SYSLOG", "SYSTEMD-JOURNAL"}
}

# A ban is a NOTICE.
deny contains {"item": "level", "expected": "NOTICE or more", "actual": input.intrusion.log.level} if {
	not input.intrusion.log.level in {"NOTICE", "INFO", "DEBUG", "TRACEDEBUG", "HEAVYDEBUG"}
}
