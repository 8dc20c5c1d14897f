"""What we decided."""
