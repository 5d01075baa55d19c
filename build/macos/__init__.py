"""Packaging for macOS: what the application bundle says of itself, its signature, and the disk image it comes in."""
