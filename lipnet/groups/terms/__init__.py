"""What terms of reference say beyond the first clauses, and how two versions differ."""
