package lib.plan_test

import data.lib.plan

_hole := [{"what": "db.zone", "why": "known only after deployment"}]

test_unknown_and_said_so if not plan.known({"zone": null, "unknown": ["zone"]}, "zone") with input.plan.unreadable as _hole

test_unknown_and_nothing_says_so if plan.known({"zone": null, "unknown": ["zone"]}, "zone") with input.plan.unreadable as []

test_called_unknown_but_there if plan.known({"zone": "data", "unknown": ["zone"]}, "zone") with input.plan.unreadable as _hole

test_known if plan.known({"zone": "data", "unknown": []}, "zone") with input.plan.unreadable as _hole
