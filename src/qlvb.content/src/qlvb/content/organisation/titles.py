"""What people read a place is called."""

from qlvb.content.organisation.interfaces import ISection
from qlvb.content.organisation.vocabularies import SECTION_TITLES
from zope.i18n import translate


def shown_title(place, request):
    """str: the title of ``place``; a section that nobody has given another name has that of its kind, in the language
    of the request.
    """
    title = place.Title() or place.getId()
    named = SECTION_TITLES.get(place.getId()) if ISection.providedBy(place) else None
    return translate(named, context=request) if named is not None and title == named.default else title
