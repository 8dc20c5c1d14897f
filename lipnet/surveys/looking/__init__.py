"""Looking at results: who answered, group by group, wave by wave, beside the census.

Readers see what was released; the data steward sees exact figures, and each of her looks is noted.
"""
