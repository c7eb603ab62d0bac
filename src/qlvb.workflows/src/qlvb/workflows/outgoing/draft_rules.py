"""What a draft needs before it is shown to a leader."""

from qlvb.content import _
from qlvb.content.documents.interfaces import IDocumentRules
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Violation


FORM_RULE = "NĐ 30/2020 Điều 10"


def main_file_violations(document):
    """Violations of the main file: there, readable."""
    main = IFileStore(document).main()
    if main is None:
        message = _("violation_main_file_missing", default="Chưa có tệp văn bản chính.")
        return [Violation("file", "main_file_missing", message, FORM_RULE)]
    if main.current.pdf_state == "failed":
        message = _(
            "violation_conversion_failed",
            default="Không chuyển được tệp “${filename}” sang PDF: ${reason}",
            mapping={"filename": main.current.filename, "reason": main.current.pdf_error},
        )
        return [Violation("file", "conversion_failed", message)]
    return []


def field_violations(document):
    """Violations of the fields a document to be issued must have; name and post of the signer come by themselves."""
    filled_in = {"signatory_name", "signatory_position"} if document.signatory else set()
    return [
        violation
        for violation in IDocumentRules(document).check(complete=True)
        if violation.field not in filled_in
    ]
