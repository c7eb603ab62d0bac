"""Where rooms that are being written find the base of their services; it lies in :mod:`qlvb.content.answering`."""

from qlvb.content.answering import PathService as AnsweringService


__all__ = ["AnsweringService"]
