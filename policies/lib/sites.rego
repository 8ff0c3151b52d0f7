# METADATA
# title: What controls of sites need to say alike
package lib.sites

import data.lib.records

# The sites in use for one of the purposes. The last day of use still counts.
used(sites, purposes, as_of) := [site |
	some site in sites
	site.purpose in purposes
	open(site, as_of)
]

open(site, as_of) if {
	records.reached(site.opened, as_of)
	not records.over(site.closed, as_of)
}

running(system, as_of) if {
	records.reached(system.opened, as_of)
	not records.over(system.retired, as_of)
}

# What is denied of rooms that must have certain safeguards, each found working, not long ago.
unguarded(facts, params, as_of) := {denial |
	some site in used(facts.site, params.purposes, as_of)
	some denial in lacking(facts.safeguard, site, params.safeguards, params.days, as_of)
} | roomless(facts.site, as_of)

# Without a machine room there is nothing to judge, which is no reason to pass.
roomless(sites, as_of) := {{"item": "machine_room", "expected": ">= 1", "actual": 0} |
	used(sites, ["machine_room"], as_of) == []
}

# A site may have several of a kind: each must be in order.
lacking(safeguards, site, measures, days, as_of) := {object.union({"item": sprintf("%s.%s", [site.id, measure])}, fault) |
	some measure in measures
	some fault in _faults([one | some one in safeguards; one.site == site.id; one.measure == measure], days, as_of)
}

_faults([], _, _) := {{"expected": "present", "actual": null}}

_faults(found, days, as_of) := {_fault(one, days, as_of) | some one in found; not _good(one, days, as_of)} if {
	count(found) > 0
}

_good(one, days, as_of) if {
	one.works
	recent(one.checked, days, as_of)
}

_fault(one, _, _) := {"expected": "in order", "actual": "not in order"} if not one.works

_fault(one, days, as_of) := {
	"expected": sprintf("<= %d", [days]),
	"actual": age(one.checked, as_of),
} if {
	one.works
}

# A day still to come has shown nothing yet.
recent(day, days, as_of) if {
	records.reached(day, as_of)
	records.days_since(day, as_of) <= days
}

# The rounds of a site on the last day that had one; those still to come have shown nothing.
last_rounds(rounds, site, as_of) := [round |
	some round in rounds
	round.site == site.id
	round.held == _last(rounds, site, as_of)
]

# What is denied of a site whose last round is not recent.
unwalked(rounds, site, days, as_of) := {{
	"item": sprintf("%s.round", [site.id]),
	"expected": sprintf("<= %d", [days]),
	"actual": age(last, as_of),
} |
	last := _last(rounds, site, as_of)
	not recent(last, days, as_of)
}

# How many days ago a day was; null where there is none.
age(null, _) := null

age(day, as_of) := records.days_since(day, as_of) if day != null

_last(rounds, site, as_of) := max(_held(rounds, site, as_of)) if {
	count(_held(rounds, site, as_of)) > 0
} else := null

_held(rounds, site, as_of) := [round.held |
	some round in rounds
	round.site == site.id
	records.reached(round.held, as_of)
]
