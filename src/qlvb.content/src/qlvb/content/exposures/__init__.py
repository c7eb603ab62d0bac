"""Material that somebody found to be a state secret: closed everywhere at once, until it is lifted or taken out."""
