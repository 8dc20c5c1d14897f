"""The five steps, and what waits for me."""
