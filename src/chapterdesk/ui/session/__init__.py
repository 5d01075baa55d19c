"""The state of the open desk file: opening, closing, locking, changes refused by the disk. No widgets."""
