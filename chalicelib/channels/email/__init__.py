"""Mail coming in: from the bucket that the provider puts it in."""
