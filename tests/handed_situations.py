"""Transfers to both archives and disposals in every state in which they can be: functions of (site, person) that give
the record.
"""

from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EXPERT
from disposing import REASON
from disposing import UNIT
from disposing import begun
from disposing import convene
from disposing import decided
from disposing import examined
from disposing import propose
from kept_situations import KEEPER
from kept_situations import closed
from kept_situations import dossier_archived
import os
from pathlib import Path
from plone.uuid.interfaces import IUUID
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.interfaces import ITransferSettings


def with_seal():
    demo_ca.ensure(Path(os.environ["QLVB_KEYS"]), (), [{"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"}])


def transfer_draft(world, person):
    transfer = create_transfer("skhcn", {"title": "Hồ sơ kế toán"}, KEEPER)
    person(KEEPER).does(transfer, "add_dossiers", dossiers=[IUUID(closed(world))])
    return transfer


def transfer_proposed(world, person):
    transfer = transfer_draft(world, person)
    fire(transfer, "submit")
    return transfer


def transfer_checking(world, person):
    transfer = transfer_proposed(world, person)
    fire(transfer, "check")
    return transfer


def transfer_returned(world, person):
    transfer = transfer_checking(world, person)
    fire(transfer, "return")
    return transfer


def transfer_accepted(world, person):
    transfer = transfer_checking(world, person)
    fire(transfer, "accept")
    fire(transfer, "finish")
    return transfer


def transfer_cancelled(world, person):
    transfer = transfer_draft(world, person)
    fire(transfer, "cancel")
    return transfer


def disposal_drafted(world, person):
    dossier = closed(world)
    return propose(dossier)


def disposal_council(world, person):
    disposal = disposal_drafted(world, person)
    convene(disposal, person)
    return disposal


def disposal_to_decide(world, person):
    disposal = disposal_drafted(world, person)
    examined(disposal, person)
    return disposal


def disposal_decided(world, person):
    disposal = disposal_drafted(world, person)
    decided(disposal, person)
    with_seal()
    return disposal


def disposal_cancelled(world, person):
    disposal = disposal_drafted(world, person)
    fire(disposal, "cancel")
    return disposal


def passed(transfer):
    """The check has found nothing."""
    items = ITransferItems(transfer)
    for item in items.all():
        items.change(item.uid, state="passed")
    return transfer


def transfer_checked(world, person):
    return passed(transfer_checking(world, person))


def transfer_sent_back(world, person):
    transfer = transfer_checking(world, person)
    items = ITransferItems(transfer)
    for item in items.all():
        items.change(item.uid, state="returned")
    return transfer


def transfer_accepting(world, person):
    transfer = transfer_checked(world, person)
    fire(transfer, "accept")
    return transfer


def transfer_taken(world, person):
    """Taken over; the minutes are still to be written."""
    transfer = transfer_accepted(world, person)
    items = ITransferItems(transfer)
    for item in items.all():
        items.change(item.uid, state="accepted")
    return transfer


def transfer_due(world, person):
    """Nothing chosen yet, and a dossier is due."""
    closed(world)
    return create_transfer("skhcn", {"title": "Hồ sơ kế toán"}, KEEPER)


def historical_draft(world, person):
    ITransferSettings(world["skhcn"]).change({"historical_source": True})
    dossier = dossier_archived(world, person)
    dossier.retention_kind, dossier.retention_years = "permanent", None
    dossier.reindexObject()
    transfer = create_transfer("skhcn", {"title": "Nộp lưu trữ lịch sử", "kind": "historical"}, ARCHIVIST)
    person(ARCHIVIST).does(transfer, "add_dossiers", dossiers=[IUUID(dossier)])
    return transfer


def historical_registered(world, person):
    transfer = historical_draft(world, person)
    fire(transfer, "register")
    return passed(transfer)


def historical_agreed(world, person):
    transfer = historical_registered(world, person)
    fire(transfer, "agree")
    return transfer


def historical_packing(world, person):
    transfer = historical_agreed(world, person)
    fire(transfer, "pack")
    return transfer


def historical_packed(world, person):
    transfer = historical_packing(world, person)
    items = ITransferItems(transfer)
    for item in items.all():
        items.change(item.uid, package="package-1")
    return transfer


def historical_submitted(world, person):
    transfer = historical_packing(world, person)
    fire(transfer, "hand_over")
    return transfer


def historical_refused(world, person):
    transfer = historical_submitted(world, person)
    fire(transfer, "refuse")
    return transfer


def voted(world, person, *choices):
    disposal = disposal_council(world, person)
    for userid, choice in zip((CHAIR, ARCHIVIST, UNIT, EXPERT), choices, strict=False):
        person(userid).does(disposal, "vote", choice=choice, why=REASON)
    return disposal


def disposal_all_voted(world, person):
    return voted(world, person, *["destroy"] * 4)


def disposal_tied(world, person):
    return voted(world, person, "destroy", "destroy", "keep", "keep")


def disposal_absent(world, person):
    disposal = voted(world, person, *["destroy"] * 3)
    person(ARCHIVIST).does(disposal, "record_absence", member=EXPERT, why="Đi công tác nước ngoài")
    return disposal


def disposal_opinion(world, person):
    disposal = disposal_council(world, person)
    fire(disposal, "ask_opinion")
    return disposal


def disposal_executing(world, person):
    with_seal()
    disposal = disposal_drafted(world, person)
    begun(disposal, person)
    return disposal


def disposal_stopped(world, person):
    """The job that destroys gave up."""
    disposal = disposal_executing(world, person)
    for job in IJobs(disposal).all():
        job.state = "failed"
    return disposal


def disposal_executed(world, person):
    disposal = disposal_executing(world, person)
    fire(disposal, "finish")
    return disposal
