"""Documents of past years, brought in from a spreadsheet or JSON lines with the numbers they have."""
