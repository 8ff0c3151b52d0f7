# METADATA
# title: No package is held back
# description: A held package gets no security updates either. One that must be held needs a waiver, which has an end.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 没有被锁定版本的软件包
#   description_zh: 被锁定的软件包也得不到安全更新。确需锁定的，应申请有期限的豁免。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   remedy:
#     manual: Release the package with `apt-mark unhold`, or record in a waiver who holds it, why and until when.
#     manual_zh: 用 `apt-mark unhold` 解除锁定，或在豁免中记录由谁、因何锁定以及截止日期。
package controls.updates.no_holds

deny contains {"item": name, "expected": "not held", "actual": "held"} if some name in input.updates.held
