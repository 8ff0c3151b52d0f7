# METADATA
# title: No file lets hosts or programs in without asking
# description: |-
#   hosts.equiv, .rhosts and .shosts trust other hosts, .netrc holds passwords in the clear, and .forward sends mail
#   elsewhere or starts programs.
# schemas:
#   - input.access: schema.access
# custom:
#   title_zh: 不存在免鉴别登录的信任文件
#   description_zh: hosts.equiv、.rhosts、.shosts 信任其他主机，.netrc 存放明文口令，.forward 可转发邮件或启动程序。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [access]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Ask the owner what the file is for, give him another way (SSH keys, a secret store), and remove it.
#     manual_zh: 向使用人了解文件用途，改用其他方式（SSH 密钥、密钥管理工具），然后删除该文件。
package controls.files.trust_files_absent

deny contains {"item": path, "expected": null, "actual": "exists"} if some path in input.access.trust_files
