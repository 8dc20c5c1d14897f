"""What the partnership agreed with its funder: money, and what is owed by when."""
