"""People's rights over their data: what is held about one person, erasing, what has been kept long enough."""
