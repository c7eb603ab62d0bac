"""How a matter of the demonstration province is told.

A story is one outgoing document: who drafts, reviews and signs it, where it goes and how far it gets. ``reach`` is the
last thing that happens to it (see ``documents.py``); ``answers`` says what recipients do with it.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class Outgoing:
    day: date
    agency: str
    document_type: str
    subject: str
    drafter: str
    signatory: str
    body: tuple
    reviewer: str = ""
    recipients: tuple = ()  # (agency id or name of an outside body, purpose)
    urgency: str = "normal"
    reach: str = "issue"  # draft, consult, submit, return, review, approve, sign, number, seal, issue, cancel
    answers: dict = field(default_factory=dict)  # agency id -> waiting, refuse, accept, present, direct, finish
    dossier: str = ""


@dataclass(frozen=True)
class Paper:
    """An incoming document on paper from outside the province's system."""

    day: date
    agency: str
    document_type: str
    issuing_body: str
    number: str
    symbol: str
    subject: str
    reach: str = "accept"
    due_days: int = 5
