"""Who was in the room at which moment: arrivals and departures while a meeting goes on."""
