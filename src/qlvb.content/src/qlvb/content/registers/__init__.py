"""Registers, official numbers and document symbols."""
