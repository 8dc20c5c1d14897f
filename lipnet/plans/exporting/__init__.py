"""A plan as a spreadsheet, which comes back as the same plan."""
