"""Series of a body's meetings: a rule in plain words, and the days that follow from it."""
