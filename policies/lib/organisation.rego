# METADATA
# title: What several controls on the organisation need to say alike
package lib.organisation

import data.lib.records

# A day that is there and not after another. Without a day nothing was done: null is less than any text.
by(day, limit) if {
	day != null
	day <= limit
}

# Some post is appointed to look after the work, and its holder is there.
appointed(work, known, as_of) if {
	some post in known.post
	work in post.appointed_for
	some person in known.person
	person.id == post.primary
	records.active(person, as_of)
}

# The procedure of approval that holds on a day; its last day is still one.
holds(approval, day) if {
	by(approval.established, day)
	approval.ended == null
}

holds(approval, day) if {
	by(approval.established, day)
	by(day, approval.ended)
}
