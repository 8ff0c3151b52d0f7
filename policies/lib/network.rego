# METADATA
# title: What controls of the network say alike
# description: |
#   Devices are records; what each does for security was seen by somebody on a day.
package lib.network

import data.lib.checks
import data.lib.records

# What is amiss with functions that the network must have: no device in use has it, or one's was not checked of late.
lapses(names, days, devices, as_of) := absent | unchecked if {
	performed := _performed(names, devices, as_of)
	absent := {{"item": name, "expected": ">= 1", "actual": 0} |
		some name in names
		count([1 | some one in performed; one.function.name == name]) == 0
	}
	unchecked := {{"item": one.item, "expected": sprintf("<= %d", [days]), "actual": checks.age(one.function, as_of)} |
		some one in performed
		checks.overdue(one.function, days, as_of)
	}
}

# Which of these functions worked with signatures that were older, when somebody looked, than some days, or unknown.
outdated(names, days, devices, as_of) := {lapse |
	some one in _performed(names, devices, as_of)
	old := _signatures_age(one.function, as_of)
	not _within(old, days)
	lapse := {"item": sprintf("%s.signatures", [one.item]), "expected": sprintf("<= %d", [days]), "actual": old}
}

# What is amiss with how devices of one role verify themselves by a root of trust, or that there are none.
untrusted(role, params, devices, as_of) := ((none | unverified) | unchecked) | still if {
	judged := [device | some device in checks.in_use(devices, as_of); device.role == role]
	none := {{"item": role, "expected": ">= 1", "actual": 0} | count(judged) == 0}
	unchecked := {lapse |
		some device in judged
		checks.overdue(device.trust, params.days, as_of)
		lapse := {
			"item": sprintf("%s.trust", [device.id]),
			"expected": sprintf("<= %d", [params.days]),
			"actual": checks.age(device.trust, as_of),
		}
	}
	unverified := {lapse |
		some device in judged
		lacking := {part | some part in params.verifies} - {part | some part in device.trust.verifies}
		count(lacking) > 0
		lapse := {
			"item": sprintf("%s.trust.verifies", [device.id]),
			"expected": sort(params.verifies),
			"actual": sort(device.trust.verifies),
		}
	}
	still := {{"item": sprintf("%s.trust.%s", [device.id, name]), "expected": true, "actual": false} |
		some device in judged
		some name, done in {"alarms": device.trust.alarms, "dynamic": device.trust.dynamic}
		done == false
	}
}

_performed(names, devices, as_of) := [{"item": sprintf("%s.%s", [device.id, function.name]), "function": function} |
	some device in checks.in_use(devices, as_of)
	some function in device.functions
	function.name in names
]

_signatures_age(function, as_of) := age if {
	function.signatures != null
	age := records.days_since(function.signatures, as_of) - records.days_since(function.checked, as_of)
} else := null

_within(age, days) if {
	age != null
	age >= 0
	age <= days
}
