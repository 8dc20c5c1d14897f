"""Whom we met, and what we heard: the log of engagements, and the map of who is involved."""
