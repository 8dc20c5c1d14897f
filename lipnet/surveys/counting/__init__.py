"""Answers counted: the index of settled responses, and what may be asked of it."""
