"""The life of an outgoing document: review, signing, numbering, issue."""
