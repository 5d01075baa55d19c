"""Packaging for macOS: the Info.plist of the application bundle, its signature, and the disk image."""
