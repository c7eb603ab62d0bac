"""VGCA Sign Service of Ban Cơ yếu Chính phủ: what it is asked and what it is told (reference: VGCA practice)."""

import json
from qlvb.workflows.localsigning.interfaces import ILocalService
from zope.interface import implementer


@implementer(ILocalService)
class SignService:
    """See ILocalService. The names are those that its WebSocket has for the plug-in's functions."""

    def functions(self):
        return {
            "approve": "SignApproved",
            "issue": "SignIssued",
            "appendix": "SignAppendix",
            "copy": "SignCopy",
            "income": "SignIncomming",
            "version": "GetVersion",
            "certificate": "GetCertInfo",
        }

    def request(self, sheet, download, upload, token):
        asked = {
            "FileName": download,
            "FileUploadHandler": upload,
            "SessionId": "",
            "JWTToken": token,
            "MetaData": [
                {"Key": "Purpose", "Value": f"vgca_sign_{PLUGIN[sheet.purpose]}"},
                {"Key": "SignatureField", "Value": sheet.field},
            ],
        }
        if sheet.number:
            asked["DocNumber"] = sheet.number
        if sheet.date:
            asked["IssuedDate"] = sheet.date
        return json.dumps(asked, ensure_ascii=False)

    def answer(self, sheet, accepted, message):
        return {
            "Status": accepted,
            "Message": message,
            "FileName": sheet.filename if sheet is not None else "",
            "FileServer": sheet.filename if sheet is not None and accepted else "",
            "DocumentNumber": sheet.number if sheet is not None else "",
            "DocumentDate": sheet.date if sheet is not None else "",
        }


#: purpose -> how the plug-in calls it.
PLUGIN = {"approve": "approved", "issue": "issued", "appendix": "appendix", "copy": "copy", "income": "income"}
