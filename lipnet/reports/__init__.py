"""What we did: the annual report, and what became of what people said."""
