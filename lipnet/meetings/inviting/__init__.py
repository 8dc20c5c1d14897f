"""Invitations: who comes, entries for calendars, the agenda sent by the rule of notice."""
