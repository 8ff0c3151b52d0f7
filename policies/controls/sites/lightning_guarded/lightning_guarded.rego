# METADATA
# title: Machine rooms are earthed and guarded against surges
# description: Cabinets and equipment are safely earthed and arresters hold off induced surges; both were checked within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房接地良好并采取防感应雷措施
#   description_zh: 机柜与设备可靠接地，防雷装置能抵御感应雷和过电压，并按期检测。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.1.4.a, GBT22239-8.1.1.4.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [earthing, surge_protection], bound: superset}
#   remedy:
#     manual: Have the earthing or the arresters mended and tested, and record the test.
#     manual_zh: 整改接地或防雷保安器，经检测合格后登记。
#   dated: true
#   measured: true
package controls.sites.lightning_guarded

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.lightning_guarded, input.as_of)
}
