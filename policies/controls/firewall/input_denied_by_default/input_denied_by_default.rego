# METADATA
# title: Packets to the host are denied unless a rule lets them in
# description: >-
#   A filter whose policy accepts, or that begins by accepting everything, keeps nobody out. A packet must be
#   accepted by every chain at its hook, so one that denies is enough.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 入站数据包默认拒绝
#   description_zh: 默认策略为接受，或一开始就放行全部数据包的过滤规则形同虚设。数据包须被同一钩子上的每条链接受，因此有一条默认拒绝的链即可。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a, GBT22239-8.1.3.2.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.input_denied_by_default

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")
