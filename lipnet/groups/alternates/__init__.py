"""Who takes a seat when its holder cannot come."""
