# METADATA
# title: Lists of names in which `*` stands for anything
package lib.names

matches(name, patterns) if {
	some pattern in patterns
	glob.match(pattern, null, name)
}

# The members of a list that some pattern names.
matching(names, patterns) := {name | some name in names; matches(name, patterns)}
