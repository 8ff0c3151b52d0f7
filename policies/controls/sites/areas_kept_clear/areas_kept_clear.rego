# METADATA
# title: Important areas receive no visitors and leave no sensitive material lying
# description: |
#   The last round of each site in use is recent; since the one before nobody received visitors there, and it found no
#   papers or media with sensitive content lying open.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 重要区域不接待来访人员、不随意放置敏感材料
#   description_zh: 各在用场所按期巡查，最近一次巡查未发现在重要区域接待来访人员，也未发现敏感纸档或移动介质随意放置。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.1.c]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 180, bound: "<=366"}}
#   remedy:
#     manual: Receive visitors elsewhere, lock the material away, make a new round, and record it.
#     manual_zh: 另设接待区域，妥善保管敏感材料，重新巡查并登记。
#   dated: true
#   measured: true
package controls.sites.areas_kept_clear

import data.lib.sites

deny contains denial if {
	some site in _sites
	some denial in sites.unwalked(input.records.site_round, site, _days, input.as_of)
}

deny contains {"item": sprintf("%s.%s", [site.id, found]), "expected": 0, "actual": round[found]} if {
	some site in _sites
	some round in sites.last_rounds(input.records.site_round, site, input.as_of)
	some found in ["material_left", "visitors_received"]
	round[found] != 0
}

deny contains {"item": "site", "expected": ">= 1", "actual": 0} if count(_sites) == 0

_days := data.params.sites.areas_kept_clear.days

_sites := [site | some site in input.records.site; sites.open(site, input.as_of)]
