"""Changing the words of a draft in the browser: paragraphs typed over, remarks beside them, versions brought back."""
