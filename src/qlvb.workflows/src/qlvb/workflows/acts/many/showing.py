"""Runs of an act over many records, as pages show them."""

from qlvb.content.lookup import visible_record
from qlvb.workflows.acts.many.runs import run_json


#: Refusals of a run that a page names; all of them are told over REST.
MOST_REFUSALS = 50


def shown(runs, run):
    """dict of ``run_json`` with the records that were refused, and ``goes_on`` (bool: the worker is not through)."""
    found = run_json(runs, run)
    refusals = [
        {"record": visible_record(one["uid"]), "uid": one["uid"], "message": one["message"]}
        for one in found["refusals"][:MOST_REFUSALS]
    ]
    return {**found, "refusals": refusals, "goes_on": found["state"] in ("queued", "running")}
