"""Slack: the command, the form and the buttons by which officers ask."""
