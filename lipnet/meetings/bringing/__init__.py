"""Old minutes brought in: read, proposed, and recorded only as a person confirmed them."""
