"""What we did."""
