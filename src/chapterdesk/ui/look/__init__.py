"""How the program looks: colours, style sheet, icons, the mark. It loads none of our widgets: the splash needs it first."""
