"""Page of an agency's groups of recipients."""
