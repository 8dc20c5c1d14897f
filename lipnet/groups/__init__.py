"""How we sit."""
