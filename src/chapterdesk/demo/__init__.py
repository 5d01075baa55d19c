"""The demo: an invented, believable region, the same every time. Nobody in it exists."""
