"""The acts of a disposal, in the order in which they are done."""
