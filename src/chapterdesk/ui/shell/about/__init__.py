"""What the program says of itself: version, licences, where the data are, and what is new."""
