"""What we will do."""
