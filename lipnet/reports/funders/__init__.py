"""What a funder asks in its own form, and our answers, ready to be copied into it."""
