"""Verbs: one file for each thing that somebody asks of the registry."""
