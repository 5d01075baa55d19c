"""Paper: everything that draws with ReportLab. document/pdf.py loads it when something is printed."""
