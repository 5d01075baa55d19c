"""The installer of Windows."""
