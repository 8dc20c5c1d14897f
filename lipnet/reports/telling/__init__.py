"""What was heard, decided and done, told to everybody: by survey and by year."""
