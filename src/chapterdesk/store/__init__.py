"""The desk file: the only package that speaks SQL. Functions take a session and give frozen rows."""
