"""A Slack with one channel, a detective and a supervisor, that speaks the Web API and signs what it sends."""
