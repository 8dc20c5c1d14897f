"""For which organisation somebody sits: one person may wear several hats."""
