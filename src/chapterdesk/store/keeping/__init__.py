"""Keeping the desk file whole and private: backups, restoring, copies, the passphrase, checks, its location."""
