"""New catalogues."""

from plone.dexterity.utils import createContentInContainer


def add_catalogue(section, year, headings, entries):
    """A draft catalogue of ``year`` (int) in an agency's section of dossiers, with its rows (lists of dict)."""
    return createContentInContainer(
        section,
        "DossierCatalogue",
        checkConstraints=False,
        id=str(year),
        title=f"Danh mục hồ sơ năm {year}",
        year=year,
        headings=headings,
        entries=entries,
    )
