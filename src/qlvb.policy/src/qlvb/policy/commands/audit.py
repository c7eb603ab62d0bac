"""Prove that nothing was altered: journals against signed checkpoints, files against what was stored.

verify      hold all journals against all checkpoints; with --from a package that `export` wrote, without any site
checkpoint  cover what no checkpoint covers yet (the worker does it every hour)
export      write journals and checkpoints to a directory, to be kept by somebody else
files       look at files: all of them, going on where it stopped, or with --sample some
restore     put the right bytes of a damaged file back from a copy
mend        put altered entries of a record's journal back from a package that `export` wrote

Status 1 when something is altered, damaged or refused, 2 when it could not be found out.
"""

from dataclasses import replace
from pathlib import Path
from plone import api
from qlvb.content import clock
from qlvb.content.integrity.collecting import journals
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.integrity.package import CERTIFICATES
from qlvb.content.integrity.package import JOURNALS
from qlvb.content.integrity.package import PackageUnreadable
from qlvb.content.integrity.package import damaged
from qlvb.content.integrity.package import read_certificates
from qlvb.content.integrity.package import read_checkpoints
from qlvb.content.integrity.package import read_entries
from qlvb.content.integrity.package import read_journals
from qlvb.content.integrity.package import write_checkpoint
from qlvb.content.integrity.package import write_journal
from qlvb.content.integrity.package import write_sums
from qlvb.content.integrity.proving import prove
from qlvb.content.violations import Refused
from qlvb.policy.commands.zope import opened_site
from qlvb.workflows.integrity import sealkey
from qlvb.workflows.integrity.alarm import alarm_of_journals
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.checkpointing import prove_site
from qlvb.workflows.integrity.checkpointing import said_of
from qlvb.workflows.integrity.looking import look_at_all
from qlvb.workflows.integrity.looking import look_at_sample
from qlvb.workflows.integrity.looking import restore
from qlvb.workflows.integrity.mending import mend_journal
from qlvb.workflows.integrity.proofs import keep_proof
from qlvb.workflows.integrity.statement_signing import StatementNotSigned
from qlvb.workflows.integrity.statement_signing import verify
from qlvb.workflows.outbox.transactions import OwnTransactions
import sys
import time
from tqdm import tqdm
from zope.i18n import translate


def arguments(parser):
    works = parser.add_subparsers(dest="work", required=True, metavar="work")
    one = works.add_parser("verify", help="hold journals against checkpoints")
    one.add_argument("--from", dest="package", metavar="DIRECTORY", help="a package, instead of the site")
    one.add_argument("--trust", metavar="PEM", action="append", help="certificate that signed (default: the package's)")
    one.add_argument("--stamps", metavar="PEM", action="append", help="certificate of the time-stamping authority")
    works.add_parser("checkpoint", help="cover what no checkpoint covers yet")
    one = works.add_parser("export", help="write journals and checkpoints to a directory")
    one.add_argument("directory")
    one = works.add_parser("files", help="look at the stored files")
    one.add_argument("--sample", type=int, metavar="N", help="only the files of N records")
    one.add_argument("--seconds", type=float, help="stop after about so long; the next run goes on")
    one.add_argument("--quiet", action="store_true", help="no progress bar")
    one = works.add_parser("restore", help="put the right bytes of a damaged file back")
    one.add_argument("uid", help="UID of the record")
    one.add_argument("file", help="id of the file")
    one.add_argument("version", type=int)
    one.add_argument("copy", help="a file with the right bytes")
    one = works.add_parser("mend", help="put altered journal entries back")
    one.add_argument("uid", help="UID of the record")
    one.add_argument("directory", help="a package that `export` wrote before they were altered")


def run(options):
    if options.work == "verify" and options.package:
        return verify_package(options)
    with opened_site(options.site, 2):
        return WORKS[options.work](api.portal.get(), options)


def verify_package(options):
    broken = damaged(options.package)
    trusted = [Path(path).read_bytes() for path in options.trust or ()] or read_certificates(options.package)
    stamps = [Path(path).read_bytes() for path in options.stamps or ()]
    try:
        proof = prove(
            read_checkpoints(options.package),
            read_journals(options.package),
            lambda statement, signature: said_of(verify(statement.encode(), signature, trusted, stamps)),
        )
    except PackageUnreadable as error:
        print(*broken, sep="\n", end="\n" if broken else "")
        print(f"The package cannot be read: {error}", file=sys.stderr)
        return 2
    return told(replace(proof, problems=(*broken, *proof.problems)))


def verify_site(site, options):
    proof = prove_site(site)
    status, now = told(proof), clock.now()
    try:
        OwnTransactions().attempt(lambda: keep_proof(site, proof, now))
        if status:
            OwnTransactions().attempt(lambda: alarm_of_journals(len(proof.problems), now))
    except Exception as error:  # what was found is told whatever keeps it from the screens: an index, a full disk
        print(f"The site's screens will not show this result: {error}", file=sys.stderr)
    return status


def told(proof):
    """Print a Proof; the exit status."""
    print(*proof.problems, sep="\n", end="\n" if proof.problems else "")
    print(
        f"{proof.entries} entries held against {proof.checkpoints} checkpoints, {len(proof.problems)} problems; "
        f"{proof.uncovered} entries are newer than the last checkpoint, "
        f"{proof.unstamped} checkpoints have no time stamp."
    )
    return 0 if proof.holds else 1


def checkpoint(site, options):
    try:
        covered = make_checkpoints(site)
    except StatementNotSigned as error:
        print(f"No checkpoint was made: {error}", file=sys.stderr)
        return 2
    last = ICheckpoints(site).last()
    print(f"{covered} entries were covered.", last.statement if last is not None else "There is no checkpoint yet.")
    return 0


def export(site, options):
    directory = Path(options.directory)
    if directory.exists() and any(directory.iterdir()):
        print(f"{directory} is not empty.", file=sys.stderr)
        return 2
    (directory / CERTIFICATES).mkdir(parents=True)
    for number, text in enumerate(sealkey.trusted(sealkey.directory()), start=1):
        (directory / CERTIFICATES / f"{number}.pem").write_bytes(text)
    checkpoints = ICheckpoints(site).all()
    for one in checkpoints:
        write_checkpoint(directory, one)
    count, lost = 0, []
    with (directory / JOURNALS).open("w", encoding="utf-8") as stream:
        for uid, path, entries in journals(site):
            if entries is None:
                lost.append(f"record {uid}: its journal cannot be read")
            else:
                write_journal(stream, uid, path, entries)
                count += 1
    write_sums(directory)
    print(*lost, f"{count} journals and {len(checkpoints)} checkpoints were written.", sep="\n")
    return 1 if lost else 0


def files(site, options):
    through = True
    if options.sample:
        new = look_at_sample(site, seed=time.time_ns(), most=options.sample)
    else:
        with tqdm(unit="B", unit_scale=True, disable=options.quiet or None) as bar:
            new, through = look_at_all(site, options.seconds, told=lambda count, size: bar.update(size))
    faults = IFixityLedger(site).faults()
    for fault in faults:
        print(f"{fault.uid} {fault.file} {fault.version} {fault.fault}: {fault.filename}, expected {fault.expected}")
    run = IFixityLedger(site).runs()[0]
    print(
        f"{run['files']} files, {run['bytes']} bytes looked at, {len(new)} new faults, {len(faults)} open"
        + ("." if through else "; not through yet.")
    )
    return 1 if faults else 0


def put_back(site, options):
    try:
        with Path(options.copy).open("rb") as stream:
            OwnTransactions().attempt(
                lambda: restore(site, options.uid, options.file, options.version, stream, "system")
            )
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    except Refused as refused:
        print(*(translate(one.message, target_language="vi") for one in refused.violations), sep="\n", file=sys.stderr)
        return 1
    print("The file is as it was stored.")
    return 0


def mend(site, options):
    try:
        copies = read_entries(options.directory, options.uid)
        entries = OwnTransactions().attempt(lambda: mend_journal(site, options.uid, copies, "system"))
    except PackageUnreadable as error:
        print(f"The package cannot be read: {error}", file=sys.stderr)
        return 2
    except Refused as refused:
        print(*(translate(one.message, target_language="vi") for one in refused.violations), sep="\n", file=sys.stderr)
        return 1
    print(f"Entries put back: {', '.join(map(str, entries))}. Run `audit verify` to see what holds now.")
    return 0


WORKS = {
    "verify": verify_site,
    "checkpoint": checkpoint,
    "export": export,
    "files": files,
    "restore": put_back,
    "mend": mend,
}
