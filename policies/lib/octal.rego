# METADATA
# title: Permission bits, written as octal digits
package lib.octal

# Every permission bit of `few` is also in `many`: a mode is no wider than another, a mask no laxer.
# Only the last three digits count, so "27", "027" and "0027" are one mask; null holds no answer.
subset(few, many) if {
	is_string(few)
	is_string(many)
	every i in [0, 1, 2] {
		bits.and(_digits(few)[i], bits.negate(_digits(many)[i])) == 0
	}
}

_digits(text) := [to_number(substring(padded, start + i, 1)) | some i in [0, 1, 2]] if {
	padded := sprintf("000%s", [text])
	start := count(padded) - 3
}
