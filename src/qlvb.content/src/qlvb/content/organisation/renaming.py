"""Former names and codes: kept when an agency or department is called otherwise, whoever changed it and where."""

from qlvb.content.clock import today


def remember_names(agency, known):
    """Compare an agency (IAgency object) and its departments with the AgencyEntry ``known`` before the change, and keep
    what they were called on the objects.
    """
    info = known.info
    _remember(agency, info.title, info.symbol)
    if info.identifier and agency.identifier != info.identifier:
        agency.past_identifiers = tuple(dict.fromkeys((*agency.past_identifiers, info.identifier)))
    section = agency._getOb("departments", None)
    for unit in known.departments if section is not None else ():
        department = section._getOb(unit.id, None)
        if department is not None:
            _remember(department, unit.title, unit.symbol)


def _remember(obj, title, symbol):
    if (obj.title or "", obj.symbol or "") != (title, symbol):
        obj.past_names = (*obj.past_names, (title, symbol, today()))
