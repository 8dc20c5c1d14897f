"""One plan, read once and shown in many ways: by lead, in time, as a board, as a table, lately."""
