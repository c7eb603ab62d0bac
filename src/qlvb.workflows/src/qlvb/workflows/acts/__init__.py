"""What an act is; finding, checking and performing acts."""
