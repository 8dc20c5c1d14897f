"""How we would know: indicators, the periods in which they are read, and the readings."""
