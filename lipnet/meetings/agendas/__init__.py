"""The agenda a body always has, what comes back on it, what members bring to it."""
