"""Upgrade step of appraisal."""

from qlvb.workflows.delivery.recall.upgrades import to_1002 as renew_outgoing


def to_1002(tool):
    """The state *Chờ thẩm định* and the permission *Appraise* of outgoing documents."""
    renew_outgoing(tool)
