"""The only vendors that we call."""
