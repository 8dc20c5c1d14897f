"""The decision register: every motion and decision, found again, with what rests on it."""
