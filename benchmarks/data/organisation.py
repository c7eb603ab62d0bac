"""Agencies and people of a generated province as content of a site."""

from benchmarks.data.rows import register_uid
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import ATTRIBUTE_NAME
from qlvb.content.organisation.accounts import create_person
from qlvb.content.registers.interfaces import IRegisterFinder
import transaction
from zope.component import getUtility


PASSWORD = "SonHai@2026"
YEARS_OF_DATA = range(2022, 2027)


def fill(portal, province, people=12):
    """Create the agencies, departments, posts, and accounts of the first ``people`` of each; what exists stays."""
    for agency in province:
        if agency.id in portal:
            continue
        chosen = agency.people[:people]
        for person in chosen:
            create_person(
                person.userid,
                person.fullname,
                email=f"{person.userid}@sonhai.example",
                password=PASSWORD,
                home_agency=agency.id,
            )
        folder = createContentInContainer(
            portal,
            "Agency",
            checkConstraints=False,
            id=agency.id,
            title=agency.title,
            symbol=agency.symbol,
            identifier=agency.identifier,
            parent="" if agency is province[0] else province[0].id,
            level=1 if agency is province[0] else 2,
            collective=False,
            body_name=agency.title.upper(),
            head_title="Giám đốc",
            place="Sơn Hải",
            address="Sơn Hải",
        )
        for rank, (department, title, symbol) in enumerate(agency.departments, start=1):
            createContentInContainer(
                folder["departments"],
                "Department",
                checkConstraints=False,
                id=department,
                title=title,
                symbol=symbol,
                rank=rank * 10,
            )
        for rank, person in enumerate(chosen, start=1):
            createContentInContainer(
                folder["posts"],
                "Post",
                checkConstraints=False,
                id=f"post-{rank}",
                title=person.title,
                department=person.department,
                functions=set(person.functions),
                capacity=person.capacity,
                rank=rank * 10,
                holder=person.userid,
                valid_from=None,
                valid_to=None,
            )
        open_registers(agency)
        transaction.commit()


def open_registers(agency):
    """The registers of every year, under the UIDs by which the rows of generated indexes name them."""
    for year in YEARS_OF_DATA:
        for register in getUtility(IRegisterFinder).open_year(agency.id, year, "system"):
            kind = register.getId().removesuffix(f"-{year}")
            setattr(register, ATTRIBUTE_NAME, register_uid(kind, agency, year))
            register.reindexObject()
