# METADATA
# title: Somebody is on duty every day
# description: From today on for the days ahead, each day has a person on duty who works for the hub on that day.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 每日均有人值班
#   description_zh: 自当日起的排班期内，每天都安排了当日在岗的值班人员。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C1.1]
#   evidence: [records]
#   max_age: 26h
#   params: {days_ahead: {default: 7, bound: ">=1"}}
#   remedy:
#     manual: Put somebody on duty on the day that is named and record it in the roster.
#     manual_zh: 为所列日期安排值班人员，并登记到值班安排（roster）。
#   dated: true
package controls.people.roster_covered

import data.lib.records

deny contains {"item": day, "expected": ">= 1", "actual": 0} if {
	some ahead in numbers.range(0, data.params.people.roster_covered.days_ahead)
	day := records.day_after(input.as_of, ahead)
	not _covered(day)
}

# Days are written year first, so that they compare as text.
_covered(day) if {
	some duty in input.records.roster
	duty.starts <= day
	day <= duty.ends
	some person in input.records.person
	person.id == duty.person
	person.joined <= day
	_still_there(person, day)
}

_still_there(person, _) if person.left == null

_still_there(person, day) if day <= person.left
