"""What was decided, found and proposed is put into the plan, source by source."""
