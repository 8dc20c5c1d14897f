"""What happened in a period of the contribution agreement, frozen, with a mark to check it by."""
