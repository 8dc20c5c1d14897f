"""What was taken on, followed until it is done: reminders, notes with what shows it, the chart."""
