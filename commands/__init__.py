"""What the one door opens onto: one file for each subcommand."""
