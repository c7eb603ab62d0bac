"""Playing the stories: every document goes the way a real one goes, act by act, each person for himself."""

from BTrees.OOBTree import OOTreeSet
from datetime import datetime
from datetime import time
from qlvb.content import clock
from qlvb.policy.demo.incoming import play_answers
from qlvb.policy.demo.incoming import play_paper
from qlvb.policy.demo.outgoing import play_outgoing
from qlvb.policy.demo.telling import Paper
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.renditions.warm import kept_warm
import transaction
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


PLAYED = "qlvb.demo.played"


def play(portal, stories, papers, progress):
    """Play the stories in the order of their days, each committed by itself and played once, even if a run is cut off.

    Without LibreOffice nothing can become PDF: then drafts stay drafts, and only paper documents go on.
    """
    matters = sorted([*stories, *papers], key=lambda matter: (matter.day, matter.subject))
    played = IAnnotations(portal).setdefault(PLAYED, OOTreeSet())
    with kept_warm():
        for count, matter in enumerate(matters, 1):
            if matter.subject not in played:
                with clock.held(datetime.combine(matter.day, time(8, 30))):
                    play_matter(portal, matter)
                played.insert(matter.subject)
                transaction.commit()
            progress(count, len(matters), "documents")


def play_matter(portal, matter):
    """One matter from its beginning to where it stands today."""
    if isinstance(matter, Paper):
        play_paper(portal, matter)
        return
    document = play_outgoing(portal, matter, run_jobs, convertible=getUtility(IConverter).available())
    if document is not None:
        play_answers(document, matter, run_jobs)


def run_jobs():
    """Do what the worker would do, now: the story waits for nobody."""
    transaction.commit()
    getUtility(IRunner).run_pending()
