"""Every situation of what the archive has to do with, and the state that its name promises."""

from handed_situations import disposal_absent
from handed_situations import disposal_all_voted
from handed_situations import disposal_cancelled
from handed_situations import disposal_council
from handed_situations import disposal_decided
from handed_situations import disposal_drafted
from handed_situations import disposal_executed
from handed_situations import disposal_executing
from handed_situations import disposal_opinion
from handed_situations import disposal_stopped
from handed_situations import disposal_tied
from handed_situations import disposal_to_decide
from handed_situations import historical_agreed
from handed_situations import historical_draft
from handed_situations import historical_packed
from handed_situations import historical_packing
from handed_situations import historical_refused
from handed_situations import historical_registered
from handed_situations import historical_submitted
from handed_situations import transfer_accepted
from handed_situations import transfer_accepting
from handed_situations import transfer_cancelled
from handed_situations import transfer_checked
from handed_situations import transfer_checking
from handed_situations import transfer_draft
from handed_situations import transfer_due
from handed_situations import transfer_proposed
from handed_situations import transfer_returned
from handed_situations import transfer_sent_back
from handed_situations import transfer_taken
from kept_situations import box_active
from kept_situations import box_closed
from kept_situations import box_filled
from kept_situations import box_lent
from kept_situations import catalogue_approved
from kept_situations import catalogue_draft
from kept_situations import dossier_archived
from kept_situations import dossier_boxed
from kept_situations import dossier_closed
from kept_situations import dossier_complete
from kept_situations import dossier_destroyed
from kept_situations import dossier_handed_over
from kept_situations import dossier_held
from kept_situations import dossier_historical
from kept_situations import dossier_open
from kept_situations import hold_active
from kept_situations import hold_released
from kept_situations import reading_lent
from kept_situations import reading_refused
from kept_situations import reading_requested
from kept_situations import reading_returned
from kept_situations import reading_withdrawn


SITUATIONS = (
    dossier_open, dossier_complete, dossier_handed_over, dossier_closed, dossier_boxed, dossier_archived, dossier_held, dossier_historical,
    dossier_destroyed, catalogue_draft, catalogue_approved, transfer_draft, transfer_due, transfer_proposed, transfer_checking,
    transfer_checked, transfer_sent_back, transfer_returned, transfer_accepting, transfer_accepted, transfer_taken, transfer_cancelled,
    historical_draft, historical_registered, historical_agreed, historical_packing, historical_packed, historical_submitted, historical_refused,
    disposal_drafted, disposal_council, disposal_all_voted, disposal_tied, disposal_absent, disposal_opinion, disposal_to_decide,
    disposal_decided, disposal_executing, disposal_stopped, disposal_executed, disposal_cancelled, hold_active, hold_released,
    reading_requested, reading_lent, reading_returned, reading_refused, reading_withdrawn, box_active, box_filled, box_lent, box_closed,
)  # fmt: skip
#: Situation whose name says more than the state -> the state.
STATES = {
    "dossier_complete": "open", "dossier_handed_over": "open", "dossier_held": "open", "dossier_boxed": "closed",
    "transfer_due": "draft", "transfer_checked": "checking", "transfer_sent_back": "checking", "transfer_taken": "accepted",
    "historical_packed": "packing", "disposal_all_voted": "council", "disposal_tied": "council", "disposal_absent": "council", "disposal_stopped": "executing",
    "box_filled": "active", "box_lent": "active",
}  # fmt: skip
#: Kinds of records as the names of situations say them -> their workflow.
WORKFLOWS = {
    "dossier": "qlvb_dossier", "catalogue": "qlvb_catalogue", "transfer": "qlvb_transfer", "historical": "qlvb_transfer",
    "disposal": "qlvb_disposal", "hold": "qlvb_hold", "reading": "qlvb_reading", "box": "qlvb_store",
}  # fmt: skip


def place_of(situation):
    """(workflow, state) that a situation's name promises.

    >>> place_of("historical_agreed"), place_of("disposal_to_decide"), place_of("dossier_held")
    (('qlvb_transfer', 'agreed'), ('qlvb_disposal', 'to_decide'), ('qlvb_dossier', 'open'))
    """
    kind, _line, state = situation.partition("_")
    return WORKFLOWS[kind], STATES.get(situation, state)
