"""What is missing at the table, and what ends soon."""
