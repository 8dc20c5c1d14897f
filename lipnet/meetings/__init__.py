"""What we decided: agenda, attendance, minutes, motions, decisions, action items."""
