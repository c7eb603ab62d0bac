"""What is held, tried over REST, WebDAV and by code that goes past the acts."""

from datetime import date
from BTrees.OOBTree import OOBTree
from copy import copy
from OFS.ObjectManager import ObjectManager
from plone.namedfile.file import NamedBlobFile
from qlvb.content.dossiers.contents import DOCUMENT_KEY
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.store import KEY as FILES
from qlvb.content.holds.bindings import BOUND_BY
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.journal import KEY as JOURNAL
from disposing import ARCHIVIST
from disposing import expired_dossier
from documentation.examples import YEAR
from dossier_fixtures import make_catalogue
import pytest
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.parts import WHOLE_KEY
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.holds.storing import by_the_rules
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
import requests
import transaction
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from zope.component import getUtility
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite


#: Of Zope's own properties, of those of WebDAV itself, and of a namespace of the client's.
PROPPATCHES = [
    (
        f'<?xml version="1.0"?><d:propertyupdate xmlns:d="DAV:" xmlns:z="{namespace}">'
        "<d:set><d:prop><z:displayname>Khác</z:displayname><z:title>Khác</z:title></d:prop></d:set></d:propertyupdate>"
    ).encode()
    for namespace in ("http://www.zope.org/propsets/default", "DAV:", "urn:other")
]
LOCK_BODY = (
    b'<?xml version="1.0"?><d:lockinfo xmlns:d="DAV:"><d:lockscope><d:exclusive/></d:lockscope>'
    b"<d:locktype><d:write/></d:locktype></d:lockinfo>"
)


def approved_catalogue(site, login_as):
    catalogue = make_catalogue(site)
    with login_as(ARCHIVIST):
        IActs(catalogue).perform("approve_catalogue", {})
    return catalogue


#: What code could do to a held dossier and a document in it without telling anybody.
UNASKED = {
    "a field": lambda dossier, document: setattr(dossier, "title", "Khác"),
    "a field never set before": lambda dossier, document: setattr(dossier, "retention_extended", date(2099, 1, 1)),
    "a field taken away": lambda dossier, document: delattr(dossier, "code"),
    "a field of its part": lambda dossier, document: setattr(parts_of(dossier)[0], "title", "Khác"),
    "a part that names it no more": lambda dossier, document: IAnnotations(parts_of(dossier)[0]).pop(WHOLE_KEY),
    "the document in it": lambda dossier, document: setattr(document, "subject", "V/v việc khác"),
    "a list changed in its place": lambda dossier, document: change_list(document),
    "with no site in hand": lambda dossier, document: setSite(None) or setattr(document, "subject", "V/v việc khác"),
    "other bytes in a file": lambda dossier, document: overwrite(document),
    "other bytes, and a savepoint": lambda dossier, document: overwrite(document) or transaction.savepoint(optimistic=True),
    "another file": lambda dossier, document: setattr(version(document), "blob", NamedBlobFile(b"khac")),
    "no files any more": lambda dossier, document: IAnnotations(document).pop(FILES),
    "a version less": lambda dossier, document: IFileStore(document).main()._versions.clear(),
    "an entry of the journal": lambda dossier, document: alter_entry(document),
    "the journal of the dossier": lambda dossier, document: IAnnotations(dossier).pop(JOURNAL),
    "a document taken out": lambda dossier, document: IDossierContents(dossier).forget(document.UID()),
    "out of the dossier, and files dropped": lambda dossier, document: IAnnotations(document).pop(DOCUMENT_KEY)
    and IAnnotations(document).pop(FILES),
    "all that lies beside it": lambda dossier, document: document.__annotations__.clear(),
    "other files beside it": lambda dossier, document: setattr(document, "__annotations__", OOBTree()),
    "nothing beside it": lambda dossier, document: delattr(document, "__annotations__"),
    "a version by its oid": lambda dossier, document: alter_by_oid(document, version, "filename"),
    "a file by its oid": lambda dossier, document: alter_by_oid(document, lambda one: IFileStore(one).main(), "role"),
    "a journal by its oid": lambda dossier, document: alter_by_oid(document, lambda one: IAnnotations(one)[JOURNAL], "entries"),
    "a version by its oid, no site in hand": lambda dossier, document: alter_by_oid(document, version, "filename") or setSite(None),
    "the binding itself": lambda dossier, document: IAnnotations(dossier)[BOUND_BY].clear(),
    "the binding, and the contents": lambda dossier, document: IAnnotations(dossier).pop(BOUND_BY)
    and IDossierContents(dossier).forget(document.UID()),
}


def version(document):
    return IFileStore(document).main().current


def overwrite(document):
    with version(document).blob._blob.open("w") as target:
        target.write(b"khac")


def alter_entry(document):
    store = IAnnotations(document)[JOURNAL]
    store.entries[1] = copy(store.entries[1])
    store.entries[1].on_behalf = "nguoikhac"
    store._p_changed = True


def alter_by_oid(document, part, name):
    """In a transaction that has never seen the record."""
    oid, jar = part(document)._p_oid, document._p_jar
    transaction.begin()
    setattr(jar.get(oid), name, {})


def change_list(document):
    document.recipients.append({"name": "Sở Khác"})
    document._p_changed = True


def test_properties_over_webdav_without_a_hold(client, site, login_as):
    with held(date(2026, 1, 5)):
        dossier, documents = expired_dossier(approved_catalogue(site, login_as))
        transaction.commit()
    manager = client("quantri")
    before = [(record.title, len(record.propertysheets.items()), record.get_local_roles()) for record in (dossier, documents[0])]
    for record in (dossier, documents[0]):
        for one in PROPPATCHES:
            answer = manager.request("PROPPATCH", record.absolute_url(), data=one, headers={"Content-Type": "text/xml"})
            assert (answer.status_code, answer.json()["error"]["type"]) == (403, "properties_by_acts")
        answer = client("leminhanh").request("PROPPATCH", record.absolute_url(), data=one)
        assert answer.status_code in (401, 403)
        screens = {
            "manage_permission": {"permission_to_manage": "View", "roles:list": "Anonymous"},
            "manage_setLocalRoles": {"userid": "vuhaiyen", "roles:list": "Manager"},
            "manage_addLocalRoles": {"userid": "vuhaiyen", "roles:list": "Manager"},
            "manage_delLocalRoles": {"userids:list": "vuhaiyen"},
            "manage_role": {"role_to_manage": "Anonymous", "permissions:list": "View"},
            "manage_acquiredPermissions": {"permissions:list": "View"},
            "manage_changePermissions": {"permission_0role_0": "1"},
            "manage_editProperties": {"title": "Khác"},
            "manage_changeProperties": {"title": "Khác"},
            "manage_addProperty": {"id": "khac", "value": "x", "type": "string"},
            "manage_delProperties": {"ids:list": "title"},
            "propertysheets/manage_addPropertySheet": {"id": "khac", "ns": "urn:khac"},
        }
        for name, data in screens.items():
            answer = manager.post(f"{record.absolute_url()}/{name}", data=data, headers={"Accept": "*/*"})
            code = answer.json()["error"]["type"]
            assert (answer.status_code, code) == (403, "properties_by_acts" if "ropert" in name else "rights_by_rules"), name
        entries = [{"id": "vuhaiyen", "type": "user", "roles": {"Reader": True, "Editor": True}}]
        for body in ({"entries": entries}, {"inherit": False}):
            answer = manager.post(f"{record.absolute_url()}/@sharing", json=body)
            if record is dossier:
                assert (answer.status_code, answer.json()["error"]["type"]) == (403, "rights_by_rules"), body
            assert answer.status_code in (401, 403)  # no workflow state of a document lets anybody share it
        saved = {"form.submitted": "1", "form.button.Save": "Save", "entries.id:records": "vuhaiyen"}
        for data in (None, saved) if record is dossier else ():
            answer = manager.request("POST" if data else "GET", f"{record.absolute_url()}/@@sharing", data=data, headers={"Accept": "*/*"})
            assert (answer.status_code, answer.json()["error"]["type"]) == (403, "rights_by_rules")
        assert manager.request("LOCK", record.absolute_url(), data=LOCK_BODY, headers={"Accept": "*/*"}).status_code == 200
        locked = manager.post(
            f"{record.aq_parent.absolute_url()}/manage_renameObject",
            data={"id": record.getId(), "new_id": "khac"},
            headers={"Accept": "*/*"},
        )
        assert (locked.status_code, locked.json()["error"]["type"]) == (423, "webdav_locked")
    transaction.begin()
    assert before == [(record.title, len(record.propertysheets.items()), record.get_local_roles()) for record in (dossier, documents[0])]


def test_what_is_imported_where_nothing_like_it_may_be_is_refused(client, site, monkeypatch, tmp_path):
    """Of a file that an administrator has put on the server, at Zope's screens."""
    section = site["skhcn"]["dossiers"]
    (tmp_path / "import").mkdir()
    section._p_jar.exportFile(section._p_oid, str(tmp_path / "import" / "section.zexp")).close()
    monkeypatch.setattr(ObjectManager, "_getImportPaths", lambda self: [str(tmp_path)])
    for place in (section, site):
        answer = client("quantri").post(
            f"{place.absolute_url()}/manage_importObject", data={"file": "section.zexp"}, headers={"Accept": "*/*"}
        )
        assert (answer.status_code, answer.json()["error"]["type"]) == (403, "not_allowed_here"), place


def test_nobody_sets_rights_on_what_lies_above_records(client, site):
    """A role given in a section would reach every record below it."""
    manager, section = client("quantri"), site["skhcn"]["dossiers"]
    entries = [{"id": "vuhaiyen", "type": "user", "roles": {"Reader": True}}]
    for place in (section, site["skhcn"]):
        answers = [
            manager.post(f"{place.absolute_url()}/@sharing", json={"entries": entries}),
            manager.post(f"{place.absolute_url()}/manage_setLocalRoles", data={"userid": "vuhaiyen", "roles:list": "Reader"}, headers={"Accept": "*/*"}),
        ]
        assert [(answer.status_code, answer.json()["error"]["type"]) for answer in answers] == [(403, "rights_by_rules")] * 2
    transaction.begin()
    assert "vuhaiyen" not in dict(section.get_local_roles())


def test_a_held_dossier_over_rest_and_webdav(client, site, login_as):
    with held(date(2026, 1, 5)):
        dossier, documents = expired_dossier(approved_catalogue(site, login_as))
        part = getUtility(IDossierFinder).open_part(dossier, "leminhanh", title="Giai đoạn 1", holder="leminhanh")
        transaction.commit()
    uid, path, subject = dossier.UID(), dossier.absolute_url(), documents[0].subject
    archivist, manager = client(ARCHIVIST), client("quantri")
    said = {"case_number": "VV-9", "title": "Khiếu nại", "reason": "Giữ nguyên", "basis": "1/CV", "records": [uid]}
    assert archivist.post("skhcn/@holds", json=said).json()["items"][0]["status"] == 200
    assert archivist.get(f"{path}/@holds").json()["items"][0]["case_number"] == "VV-9"
    parent, own = dossier.aq_parent.absolute_url(), dossier.getId()
    screens = {
        "manage_delObjects": {"ids": own},
        "manage_renameObject": {"id": own, "new_id": "khac"},
        "manage_cutObjects": {"ids": own},
        "manage_copyObjects": {"ids": own},
        f"{own}/manage_changeProperties": {"title": "Khác"},
        f"{own}/manage_editProperties": {"title": "Khác"},
    }
    for answer in (
        manager.patch(path, json={"title": "Khác"}),
        manager.delete(path),
        *(
            manager.request(method, path, data=b"title: khac\n\n", headers={"Accept": "*/*", "Destination": f"{path}-x"})
            for method in ("PUT", "DELETE", "MOVE", "COPY")
        ),
    ):
        assert (answer.status_code, answer.json()["error"]["type"]) == (403, "held"), (answer.request.method, answer.text[:300])
        assert "VV-9" in answer.json()["error"]["message"], "who is signed in learns what stands in the way"
    unknown = manager.request("DELETE", dossier.aq_parent.absolute_url(), headers={"Accept": "*/*"})
    assert (unknown.status_code, unknown.json()["error"]["type"]) == (403, "forbidden"), "no 401: he has signed in"
    for answer in (
        *(manager.post(f"{parent}/{name}", data=data, headers={"Accept": "text/html"}) for name, data in screens.items()),
        archivist.post(f"{path}/@acts/reopen", json={"reason": "Cần bổ sung tài liệu"}),
    ):
        assert answer.status_code == 403, (answer.request.url, answer.status_code, answer.text[:200])
    site.getPhysicalRoot().acl_users._doAddUser("zope", PASSWORD, ["Manager"], [])
    transaction.commit()
    zope = {"auth": ("zope", PASSWORD), "headers": {"Accept": "*/*"}}
    assert requests.delete(path, **zope).json()["error"]["type"] == "held", "he who administers Zope itself, too"
    root = site.absolute_url().removesuffix(f"/{site.getId()}")
    for name, data in (("manage_delObjects", {"ids:list": site.getId()}), ("manage_renameObject", {"id": site.getId(), "new_id": "khac"})):
        answer = requests.post(f"{root}/{name}", data=data, **zope)
        assert answer.status_code == 403 and answer.text, (name, answer.status_code, answer.text[:300])
    for address, body, status in ((f"{path}/@history", {"version": 0}, 404), ("@transactions", {"transaction_ids": ["AAAA"]}, 501)):
        assert manager.patch(address, json=body).status_code == status, "Plone's ways back to what was before lead nowhere"
    for one in PROPPATCHES:
        answer = manager.request("PROPPATCH", path, data=one, headers={"Content-Type": "text/xml"})
        assert (answer.status_code, answer.json()["error"]["type"]) == (403, "held")
        assert "VV-9" in answer.json()["error"]["message"]
    for answer in (
        manager.request("LOCK", path, data=LOCK_BODY, headers={"Accept": "*/*"}),
        manager.post(f"{path}/manage_setLocalRoles", data={"userid": "vuhaiyen", "roles:list": "Manager"}, headers={"Accept": "*/*"}),
        manager.post(f"{path}/propertysheets/manage_addPropertySheet", data={"id": "k", "ns": "urn:k"}, headers={"Accept": "*/*"}),
        manager.post(f"{path}/@sharing", json={"entries": [{"id": "vuhaiyen", "type": "user", "roles": {"Editor": True}}]}),
    ):
        assert (answer.status_code, answer.json()["error"]["type"]) == (403, "held"), answer.text[:300]
    said = manager.post(f"{path}/manage_changeProperties", data={"title": "Khác"}, headers={"Accept": "text/html"})
    assert said.status_code == 403 and "VV-9" in said.text, "the page names the case"
    for target in (f"skhcn/dossiers/{YEAR}", "skhcn/dossiers", "skhcn"):
        for service in ("@copy", "@move"):
            for source in (path, [uid], dossier.absolute_url_path()[len("/plone") :]):
                answer = manager.post(f"{target}/{service}", json={"source": source})
                assert (answer.status_code, answer.json()["error"]["type"]) == (403, "held"), answer.text[:300]
                assert "VV-9" in answer.json()["error"]["message"]
    transaction.begin()
    assert dossier.title != "Khác"
    assert set(dossier.aq_parent.objectIds()) == {dossier.getId(), part.getId()}
    assert archivist.get(path).json()["review_state"] == "closed"
    for name, attempt in UNASKED.items():
        transaction.begin()
        attempt(dossier, documents[0])
        with pytest.raises(RecordHeld) as caught:
            transaction.commit()
            pytest.fail(name)
        assert "VV-9" in str(caught.value), name
        transaction.abort()
        setSite(site)
    transaction.begin()
    IAnnotations(dossier)["qlvb.test"] = "sổ theo dõi của hệ thống"
    IJournal(documents[0]).append("file_viewed", "leminhanh", {})
    journal = IAnnotations(documents[0])[JOURNAL]._p_oid
    transaction.commit()
    dossier._p_jar.get(journal)._p_changed = True
    dossier.reindexObject()
    documents[0].reindexObject()
    transaction.commit()
    meanwhile = {
        "two look at a file at once": lambda document: IJournal(document).append("file_viewed", "phamquochuy", {}),
        "a field is set by an act": lambda document: setattr(document, "page_count", 3),
    }
    for name, other in meanwhile.items():
        transaction.begin()
        IJournal(documents[0]).append("file_viewed", "leminhanh", {})
        documents[0]._p_changed = True
        beside = documents[0]._p_jar.db().open(TransactionManager())
        by_the_rules(beside.transaction_manager)
        other(beside.get(documents[0]._p_oid))
        beside.transaction_manager.commit()
        beside.close()
        with pytest.raises(ConflictError):  # and no RecordHeld: it is tried again, and then nothing stands against it
            transaction.commit()
            pytest.fail(name)
        transaction.abort()
    by_the_rules()
    dossier.note = "Kéo dài theo yêu cầu của thanh tra"
    transaction.commit()
    assert (dossier.title != "Khác", dossier.note[:7], documents[0].subject) == (True, "Kéo dài", subject)
