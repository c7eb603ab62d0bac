"""A run over the rows of a file in batches, each a transaction: what a batch has done stays, whatever comes after."""

from itertools import islice
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.queue import stand_in_line
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.names import register_lock
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.workflows.importing.columns import PORTAL_TYPES
from qlvb.workflows.importing.columns import direction_of
from qlvb.workflows.importing.entering import States
from qlvb.workflows.importing.entering import enter
from qlvb.workflows.importing.interfaces import Outcome
from qlvb.workflows.importing.interfaces import Problem
from qlvb.workflows.importing.keys import ImportedKeys
from qlvb.workflows.importing.numbers import Claims
from qlvb.workflows.importing.numbers import Registers
from qlvb.workflows.importing.rules import RowRules
from qlvb.workflows.importing.rules import column_title
from qlvb.workflows.importing.rules import row_key
import transaction
from transaction.interfaces import TransientError
from ZODB.Connection import Connection
from zope.component import getUtility


BATCH = 200
#: How often a batch is begun anew because somebody else wrote the same place.
TRIES = 5


class Importer:
    """Imports rows as ``by`` (userid), or only checks them.

    ``agency`` is that of rows that name none, ``folder`` the directory of the files, ``source`` the name of the file
    for the journal. Every batch is committed; the caller must have nothing unsaved.
    """

    def __init__(self, by, agency="", folder=None, source="", only_check=False, batch=BATCH):
        self.by = by
        self.source = source
        self.only_check = only_check
        self.batch = batch
        self.outcome = Outcome()
        self._rules = RowRules(agency, folder)
        self._claims = Claims()

    def run(self, rows, progress=None):
        """Go through ``rows`` (iterable of Row) and return the Outcome; ``progress`` is called with it per batch."""
        rows = iter(rows)
        while part := list(islice(rows, self.batch)):
            self._batch(part)
            if progress is not None:
                progress(self.outcome)
        return self.outcome

    def _batch(self, rows):
        ready = self._checked(rows)
        self.outcome.read += len(rows)
        if self.only_check:
            transaction.abort()
            self.outcome.imported += len(ready)
            return
        if ready:
            self._open_years(ready)
            self._store(ready)
        _let_go()

    def _checked(self, rows):
        """The rows that may be imported: list of Checked; the others are told in the outcome."""
        self._rules.forget()
        registers, ready = Registers(), []
        for row in rows:
            key = row_key(row.cells)
            violations = self._claims.key(row, key)
            checked = None
            if not violations:
                checked, violations = self._rules.check(row, key)
            if checked is not None and self._known(checked):
                self.outcome.known += 1
                continue
            if checked is not None:
                register, violations = registers.of(checked)
                violations = violations or registers.refusals(register, checked)
                violations = violations or self._claims.number(register, checked)
            if violations:
                self._refuse(row, violations)
            else:
                ready.append(checked)
        return ready

    def _known(self, checked):
        return checked.key in ImportedKeys(getUtility(IDirectory).agency_object(checked.agency))

    def _refuse(self, row, violations):
        portal_type = PORTAL_TYPES.get(direction_of(row.cells.get("direction", "")), "")
        self.outcome.refused += 1
        self.outcome.problems += [Problem(row, column_title(portal_type, one), one) for one in violations]

    def _open_years(self, ready):
        """Open the registers of years that have none, in a transaction of their own: locks are named by registers."""
        finder = getUtility(IRegisterFinder)
        years = {(checked.agency, checked.day.year) for checked in ready}
        if years := [year for year in sorted(years) if not finder.registers(*year)]:
            for attempt in range(TRIES):
                try:
                    for agency, year in years:
                        finder.open_year(agency, year, self.by)
                    transaction.commit()
                    return
                except TransientError:
                    transaction.abort()
                    if attempt == TRIES - 1:
                        raise

    def _store(self, ready):
        for attempt in range(TRIES):
            try:
                stored, known, refused = self._try(ready)
            except TransientError:
                transaction.abort()
                if attempt == TRIES - 1:
                    raise
                continue
            self.outcome.imported += stored
            self.outcome.known += known
            for checked, violations in refused:
                self._refuse(checked.row, violations)
            return

    def _try(self, ready):
        """(number stored, number known, [(Checked, violations)]): the batch in one transaction under the locks of its
        registers.

        The locks begin a new snapshot: what was checked before is asked again where others may have written.
        """
        transaction.begin()
        registers = Registers()
        serialiser = getUtility(ISerialiser)
        wanted = {id(register): register for register in (registers.of(checked)[0] for checked in ready)}
        for name in sorted(set(map(register_lock, wanted.values()))):
            serialiser.serialised(name)
        # People who make documents meanwhile wait for a batch; neither they nor the batch begin anew for the other.
        stand_in_line()
        registers, states = Registers(), States()
        stored, known, refused = 0, 0, []
        directory = getUtility(IDirectory)
        for checked in ready:
            keys = ImportedKeys(directory.agency_object(checked.agency))
            if checked.key in keys:
                known += 1
                continue
            register, violations = registers.of(checked)
            violations = violations or registers.refusals(register, checked)
            if violations:
                refused.append((checked, violations))
                continue
            point = savepoint() if checked.files else None
            try:
                document = enter(checked, register, registers.book(register), self.by, self.source, states)
            except Refused as error:
                if point is None:
                    # Nothing to go back to: the batch begins anew without this row (rare: it was checked before).
                    transaction.abort()
                    stored, known, refused = self._try([one for one in ready if one is not checked])
                    return stored, known, [(checked, error.violations), *refused]
                point.rollback()
                refused.append((checked, error.violations))
                continue
            keys.add(checked.key, IUUID(document))
            stored += 1
        transaction.get().note(f"import {self.source}")
        transaction.commit()
        return stored, known, refused


def _let_go():
    """Give the memory of a batch back: a run of a million rows holds no more than a run of a thousand."""
    connection = api.portal.get()._p_jar
    if isinstance(connection, Connection):
        connection.cacheGC()
