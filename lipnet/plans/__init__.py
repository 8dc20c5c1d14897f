"""What we will do: the strategy, this year's plan, and how far it has come."""
