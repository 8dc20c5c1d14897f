"""Save and continue later: unfinished answers, kept for two weeks, that only a phrase opens."""
