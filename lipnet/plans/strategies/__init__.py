"""A strategy in a partnership's own words: its levels, why, outcomes, and what it serves."""
