"""The demo city, and how it was cut out of a public file."""
