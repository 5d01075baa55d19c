"""How the program looks: colours, style sheet, icons. Loads none of our widgets, because the splash uses it."""
