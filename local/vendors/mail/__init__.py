"""Mail on the laptop: SES's raw SendEmail, an SMTP server in both directions, and a mailbox to read."""
