"""Whom we chose."""
