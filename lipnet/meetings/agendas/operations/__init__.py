"""The verbs of agendas."""
