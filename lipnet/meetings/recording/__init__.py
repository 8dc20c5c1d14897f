"""What is typed while a meeting is held, line by line, and kept as records of its minutes."""
