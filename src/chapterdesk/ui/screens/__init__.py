"""One file per screen: a module with SCREEN is found by itself and gets its place in sidebar and palette."""
