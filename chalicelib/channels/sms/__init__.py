"""Text messages: Twilio's webhooks."""
