"""Incoming and outgoing documents, their recipients and the period folders they live in."""
