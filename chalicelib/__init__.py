"""Porchlight: a camera registry that an agency runs itself. docs/architecture.md is the map of this package."""

VERSION = "0.1.0"
