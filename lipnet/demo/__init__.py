"""An invented partnership with a past, filled in through the same verbs as a real one."""
