"""A plan from a spreadsheet: read, understood, looked at, brought in, taken back."""
