"""How the program looks: colours, style sheet, icons, the mark. Loads none of our widgets, as the splash needs it."""
