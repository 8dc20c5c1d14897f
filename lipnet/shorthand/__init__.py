"""The text of minutes -> motions, decisions, actions, attendance (and back)."""
