"""The letters of the account regulation (Mẫu 01 to 04): from an agency to the body that runs the software."""

from qlvb.content.accounts.settings import account_rules
from qlvb.content.layout.compose import compose
from qlvb.content.layout.heads import under_head


def write_letter(agency, document_type, subject, day, body):
    """bytes of the docx; ``agency``: AgencyInfo, ``body``: tuple as of Layout."""
    return compose(
        under_head(
            agency,
            document_type=document_type,
            subject=subject,
            day=day,
            addressees=(account_rules().managing_body,),
            body=tuple(body),
            signature_block=(agency.head_title.upper(),),
            recipients=("Như trên",),
        )
    )
