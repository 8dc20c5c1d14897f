"""Pictures and sounds shown with questions and options: made harmless, kept, shown."""
