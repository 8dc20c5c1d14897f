"""What must be fast, measured by `make bench`: times of this machine, now; trust the ratios."""
