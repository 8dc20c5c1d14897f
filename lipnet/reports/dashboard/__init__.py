"""The year's plan for everybody: shown when a coordinator says so, and kept in memory."""
