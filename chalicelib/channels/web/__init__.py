"""The pages: for the public, for owners, and for officers at the desk."""
