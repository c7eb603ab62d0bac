"""Editing a draft: its new version, its annexes, who comes second, links that are not his to see."""

from draft_form import GOOD
from draft_form import Upload
from outgoing_story import DRAFTER
from outgoing_story import SIGNATORY
from outgoing_story import make_draft
from outgoing_story import pdf
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.files.interfaces import IFileStore


def test_a_new_version_is_kept_beside_the_old(draft, send):
    fields = {name: getattr(draft, name) for name in GOOD}
    status, _answer = send(
        DRAFTER,
        draft,
        "edit",
        **{**fields, "subject": "V/v đã sửa"},
        file=Upload("Công văn sửa.pdf", pdf(3)),
        file_note="Theo góp ý",
        revision=IDocumentEditor(draft).revision(),
        save="1",
    )
    assert status == 200
    main = IFileStore(draft).main()
    assert [version.number for version in main.versions()] == [1, 2] and main.current.note == "Theo góp ý"
    assert draft.subject == "V/v đã sửa"


def test_an_annex_can_be_taken_off(draft, send):
    (annex,) = IFileStore(draft).files("annex")
    fields = {name: getattr(draft, name) for name in GOOD}
    assert send(DRAFTER, draft, "edit", **fields, remove_files=[annex.id], save="1")[0] == 200
    assert IFileStore(draft).files("annex") == []


def test_who_comes_second_is_told(draft, send):
    fields = {name: getattr(draft, name) for name in GOOD}
    status, answer = send(DRAFTER, draft, "edit", **fields, revision="gone", save="1")
    assert status == 409 and answer["error"]["type"] == "document_changed"
    assert answer["error"]["violations"][0]["message"].endswith(f" ({draft.absolute_url()})")  # a link, see faults.mjs


def test_hidden_links_survive_an_edit(draft, send):
    secret = make_draft(secrecy="secret", drafter=SIGNATORY)
    draft.related_documents = [secret.UID()]
    fields = {name: getattr(draft, name) for name in GOOD}
    assert send(DRAFTER, draft, "edit", **fields, related_documents=[], save="1")[0] == 200
    assert draft.related_documents == [secret.UID()]
