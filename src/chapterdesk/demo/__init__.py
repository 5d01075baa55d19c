"""The demo: an invented region with a believable life, the same every time. Nobody in it exists."""
