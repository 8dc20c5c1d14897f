"""Motions, decisions and actions name what they are about: outcomes of calls, plan actions."""
