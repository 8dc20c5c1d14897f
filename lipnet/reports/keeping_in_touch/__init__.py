"""Addresses for one letter a year, kept apart from everything that people answered."""
