"""An action at work: its further columns, its lead's own words, its money, what shows it."""
