"""The screens of disposal: what is there, what is missing, what to do next."""

from disposing import ARCHIVIST
from disposing import examined
from disposing import expired_dossier
from disposing import propose
from holding import place
from qlvb.content.interfaces import IQlvbLayer
from zope.interface import alsoProvides


def page(context, name, login_as, userid=ARCHIVIST):
    request = context.REQUEST
    alsoProvides(request, IQlvbLayer)
    request.form.clear()
    with login_as(userid):
        return context.restrictedTraverse(name)()


def test_list_form_and_page(province, approved, later, login_as, person):
    section = province["skhcn"]["disposals"]
    assert "Lập danh mục hết giá trị" in page(section, "@@view", login_as)
    dossier, _documents = expired_dossier(approved)
    assert dossier.title in page(section, "@@add-disposal", login_as)
    disposal = propose(dossier)
    shown = page(disposal, "@@view", login_as)
    assert dossier.title in shown and "chưa có" in shown and "convene" in shown
    assert disposal.title in page(section, "@@view", login_as)
    place(dossier, case="TT-3")
    assert "TT-3" in page(disposal, "@@view", login_as)
    examined(disposal, person)
    assert "Bùi Trung Kiên" in page(disposal, "@@view", login_as)
