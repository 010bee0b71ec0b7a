"""A carrier that speaks Twilio's REST API, sends signed webhooks and answers keywords itself."""
