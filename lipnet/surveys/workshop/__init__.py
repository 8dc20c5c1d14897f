"""Where a questionnaire is translated: by people with an account, and by e-mailed links."""
