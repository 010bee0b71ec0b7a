"""What Chalice does not own: the package, the templates, and how both reach an account."""
