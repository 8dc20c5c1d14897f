"""What a partnership calls its kinds of groups."""
