"""The screens of holds say what there is, and what to do next where there is nothing."""

from holding import ARCHIVIST
from holding import place
from qlvb.content.interfaces import IQlvbLayer
from zope.interface import alsoProvides


def page(context, name, login_as, **form):
    request = context.REQUEST
    alsoProvides(request, IQlvbLayer)
    request.form.clear()
    request.form.update(form)
    with login_as(ARCHIVIST):
        return context.restrictedTraverse(name)()


def test_section_and_case(province, dossier, login_as):
    section = province["skhcn"]["holds"]
    assert "Lập vụ việc" in page(section, "@@view", login_as)
    hold = place(dossier, case="TT-12")
    assert "TT-12" in page(section, "@@view", login_as)
    shown = page(hold, "@@view", login_as)
    assert dossier.title in shown and "release_hold" in shown
