"""What runs by itself: sending, sweeping, taking in files."""
