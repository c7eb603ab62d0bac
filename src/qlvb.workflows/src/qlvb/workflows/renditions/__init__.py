"""Renditions: office files become PDF/A in a job, through LibreOffice."""
