"""Minutes on their way: each revision kept, comments, what is confidential, the public version."""
