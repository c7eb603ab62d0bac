"""What must happen after a change to an incoming document that was no act of its own (opening, a reply, a job)."""

from qlvb.workflows.incoming.progress import report_progress


def record_changed(record):
    """Tell the sender how far it is, and bring lists and rights up to date."""
    report_progress(record)
    record.reindexObject()
    record.reindexObjectSecurity()
