"""Paper: everything that draws with ReportLab. Loaded by document/pdf.py when something is printed, not before."""
