"""Measured on invented answers: how long counting, filtering and folding take."""
