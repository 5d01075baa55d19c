"""The window: screens, dialogs and widgets of PySide6 over store, importers and reports."""
