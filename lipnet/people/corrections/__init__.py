"""What people correct of their own entry by more than a form: the address, the organisation."""
