"""Who sits where, brought in and taken away as a sheet."""
