package lib.octal_test

import data.lib.octal

test_a_mode_within_another if octal.subset("0640", "0640")

test_fewer_bits if octal.subset("0600", "0640")

test_bits_of_another_kind_are_wider if not octal.subset("0601", "0640")

test_wider if not octal.subset("0644", "0640")

test_special_bits_do_not_count if octal.subset("2750", "0750")

test_a_mask_of_any_length if {
	octal.subset("27", "0077")
	octal.subset("027", "027")
	not octal.subset("027", "0022")
}

test_null_is_within_nothing if {
	not octal.subset(null, "0777")
	not octal.subset("000", null)
}
