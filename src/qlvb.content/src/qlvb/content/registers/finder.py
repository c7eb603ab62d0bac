"""Finding and opening registers."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.defaults import YEARLY
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.registers.interfaces import IRegisterFinder
from zope.component import getUtility
from zope.interface import implementer


SECTION = "registers"


@implementer(IRegisterFinder)
class RegisterFinder:
    """Registers of agencies, found by walking the agency's own folder: it holds a handful a year."""

    def section(self, agency_id):
        """The folder of registers of an agency, or None."""
        agency = getUtility(IDirectory).agency_object(agency_id)
        return None if agency is None else agency.get(SECTION)

    def registers(self, agency_id, year=None, direction=None):
        """Registers of an agency in order of their ids: list."""
        section = self.section(agency_id)
        if section is None:
            return []
        return [
            item
            for item in section.objectValues()
            if IRegister.providedBy(item)
            and (year is None or item.year == year)
            and (direction is None or item.direction == direction)
        ]

    def years(self, agency_id):
        """Years that have registers, newest first: list of int."""
        return sorted({register.year for register in self.registers(agency_id)}, reverse=True)

    def find(self, agency_id, direction, document_type, secrecy, year):
        """The open register for such a document, or None. One that names the type wins over the default one."""
        series = "administrative" if secrecy in ("", None, "none") else "secret"
        fitting = [
            register
            for register in self.registers(agency_id, year, direction)
            if register.series == series and not register.closed
        ]
        named = [register for register in fitting if document_type in (register.document_types or ())]
        general = [register for register in fitting if not register.document_types]
        general.sort(key=lambda register: not register.is_default)
        return next(iter(named + general), None)

    def open_year(self, agency_id, year, by):
        """Create the missing registers of a year; returns those created: list."""
        section = self.section(agency_id)
        if section is None:
            return []
        created = []
        for kind in YEARLY:
            if kind.id_for(year) in section:
                continue
            register = createContentInContainer(
                section, "Register", checkConstraints=False, id=kind.id_for(year), **kind.fields(year)
            )
            IJournal(register).append("created", by, {"title": register.title})
            created.append(register)
        return created
