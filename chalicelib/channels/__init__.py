"""How the world reaches us: each channel verifies, reads, calls one use case and replies."""
