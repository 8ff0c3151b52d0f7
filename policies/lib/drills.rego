# METADATA
# title: What controls of drills need to say alike
package lib.drills

# The newest record of a kind; records come newest first.
last(records, kind) := [record | some record in records; record.kind == kind][0]

# Another host keeps the records. Where none is named, nobody knows, and the controls say so.
kept_elsewhere(settings) := {
	"en": sprintf("Records of drills are kept on %s.", [settings.keeper]),
	"zh": sprintf("演练记录保存在 %s 上。", [settings.keeper]),
} if {
	settings.here == false
}

# Where records are kept and there are none, nothing is known of any drill.
none_held(section) := {"item": "drills", "expected": ">= 1", "actual": 0} if {
	section.settings.here
	count(section.records) == 0
}

# What is wrong with the age of the last drill of a kind that was passed.
overdue(section, kind, most) := {"item": sprintf("last passed %s drill", [kind]), "expected": sprintf("<= %d days", [most]), "actual": _days(section.records, kind)} if {
	not _recent(section.records, kind, most)
}

_recent(records, kind, most) if {
	days := _days(records, kind)
	is_number(days)
	days >= 0
	days <= most
}

_days(records, kind) := _passed(records, kind)[0].days if {
	count(_passed(records, kind)) > 0
} else := null

_passed(records, kind) := [record | some record in records; record.kind == kind; record.passed]
