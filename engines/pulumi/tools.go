//go:build tools

// Package tools pins the Pulumi command that hubops builds when none is on PATH.
package tools

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
