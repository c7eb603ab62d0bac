"""Chains of documents: "đến → phiếu trình → đi → hồi báo" (NĐ 30/2020 Phụ lục VI, Phần II: related documents)."""

from zope.interface import Interface


class IChainLinks(Interface):
    """Adapter of a record: its neighbours in the chain."""

    def before():
        """UIDs of what it follows from, the nearest first: list of str."""

    def after():
        """UIDs of what follows from it: list of str."""
