"""What can be shown or printed: frozen blocks, and the writers that turn them into PDF, XLSX and CSV."""
