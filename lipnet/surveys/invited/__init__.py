"""Surveys by invitation: one answer each, by a personal link that nothing ties to the answer."""
