# METADATA
# title: What the controls of mounts need to say alike
package lib.mounts

# One denial for what is mounted at the path now, and one for what the next start mounts there, unless all
# restrictions hold. Null says that nothing is mounted of its own.
denials(section, path, restrictions) := {denial |
	some item, entries in {path: section.mounts, sprintf("%s at the next start", [path]): section.declared}
	some actual in _held(entries, path)
	not _holds(actual, restrictions)
	denial := {"item": item, "expected": restrictions, "actual": actual}
}

# Whether something is mounted there, or will be.
own(section, path) if {
	some entries in [section.mounts, section.declared]
	some entry in entries
	entry.path == path
}

# Of a path that is listed twice both entries count.
_held(entries, path) := held if {
	held := {entry.restrictions | some entry in entries; entry.path == path}
	count(held) > 0
} else := {null}

_holds(actual, restrictions) if {
	every restriction in restrictions {
		restriction in actual
	}
}
