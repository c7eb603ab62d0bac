"""An import makes documents and never alters those that are there: nor what is held, whatever its rows say."""

from holding import place
from packaged import make_dossier
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.importing.keys import ImportedKeys
import transaction


def imported(key):
    return uuidToObject(ImportedKeys(api.portal.get()["skhcn"]).uid(key), unrestricted=True)


def facts(dossier):
    """Everything that an import could alter: fields, files, contents, journals."""
    documents = [document for _item, document in IDossierContents(dossier).documents()]
    return [
        (one.title, one.UID(), [v.sha256 for file in IFileStore(one).kept() for v in file.versions()], len(list(IJournal(one).entries())))
        for one in (dossier, *documents)
    ]


def test_rows_about_what_is_held(run, outgoing, login_as, codes):
    run(outgoing(key="A"))
    document = imported("A")
    dossier = make_dossier(api.portal.get(), login_as, documents=(lambda: document,))
    place(dossier)
    transaction.commit()
    before = facts(dossier)
    again = run(outgoing(key="A", subject="Trích yếu đã bị sửa", document_type="Báo cáo"))
    assert (again.imported, again.known) == (0, 1)
    assert codes(run(outgoing(key="B", subject="Văn bản khác mang cùng số"))) == {(2, "document_number", "number_taken")}
    transaction.begin()
    assert facts(dossier) == before and imported("A") == document
