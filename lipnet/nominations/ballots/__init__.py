"""The secret ballot of a call: who may vote, what was voted, how it was counted."""
