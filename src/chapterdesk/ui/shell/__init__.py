"""The window around the screens: it shows the state of the session and owns none of it."""
