"""Votes between meetings: a motion put to the members by letter, recorded by name."""
