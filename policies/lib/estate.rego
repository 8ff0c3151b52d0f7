# METADATA
# title: What several controls on the hosts together need to say alike
package lib.estate

# A host of the inventory that shows nothing clears nobody. Where the section says itself that something could not be
# read, that is unknown and not wrong.
denials contains {"item": "inventory", "expected": sort(input.estate.inventory), "actual": sort(_seen)} if {
	not partial
	_seen != {host | some host in input.estate.inventory}
}

# Part of what the hosts show is missing, and said to be: what is not there may be in that part.
partial if count(input.estate.unreadable) > 0

_seen := {host.name | some host in input.estate.hosts}
