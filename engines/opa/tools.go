//go:build tools

// Package tools pins the OPA command that hubops builds when none is on PATH.
package tools

import _ "github.com/open-policy-agent/opa"
