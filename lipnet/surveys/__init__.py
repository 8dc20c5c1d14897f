"""What we asked."""
