"""A signing service as people have it on their machines: a WebSocket server that fetches a file, signs it with a token
and sends it back. It stands in for VGCA Sign Service, whose protocol it speaks; its faults are those that can be met.
"""

from aiohttp import WSMsgType
from aiohttp import web
import asyncio
import base64
from contextlib import contextmanager
from io import BytesIO
import json
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko.sign.signers import PdfSigner
import requests
import socket
import threading


VERSION = "VGCASignService 2.0 (thử nghiệm)"
PADES, CMS = fields.SigSeedSubFilter.PADES, fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED


def signed(pdf, signer, field="Signature1", box=(300, 60, 420, 110), kind=CMS, digest="sha256", certify=False):
    """``pdf`` with a signature more, in a field that is there or in a new one at ``box`` (None: one that is there)."""
    new = fields.SigFieldSpec(field, on_page=0, box=box) if box else None
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=digest,
        subfilter=kind,
        certify=certify,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    output = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    PdfSigner(metadata, signer, new_field_spec=new).sign_pdf(writer, existing_fields_only=new is None, output=output)
    return output.getvalue()


class Service:
    """``signer``: the token that is plugged in (pyHanko); ``spoil``: what happens to a signed file before it is sent,
    a callable bytes -> bytes; ``in_place``: it signs in the field that it is told of, else in one of its own; ``calls``: (function, request) of everything asked; ``answers``: what the site said.
    """

    def __init__(self, signer):
        self.signer, self.spoil = signer, lambda data: data
        self.cancelled = self.in_place = False
        self.calls, self.answers = [], []
        self.address = ""

    def sign(self, function, asked):
        """dict: the answer to the page."""
        if self.cancelled:
            return {"Status": 11, "Message": "Người dùng hủy thao tác ký"}
        pdf = requests.get(asked["FileName"], timeout=30)
        if pdf.status_code != 200:
            return {"Status": 5, "Message": pdf.text}
        told = {one["Key"]: one["Value"] for one in asked["MetaData"]}
        place = {"field": told["SignatureField"], "box": None} if self.in_place else {}
        data = self.spoil(signed(pdf.content, self.signer, **place))
        files = {"uploadfile": ("signed.pdf", data, "application/pdf")}
        said = requests.post(asked["FileUploadHandler"], files=files, timeout=120).json()
        self.answers.append(said)
        return {**said, "Status": 0 if said["Status"] else 7}

    async def _answer(self, request):
        function = request.match_info["function"]
        channel = web.WebSocketResponse()
        await channel.prepare(request)
        async for message in channel:
            if message.type != WSMsgType.TEXT:
                continue
            asked = json.loads(message.data) if message.data else {}
            self.calls.append((function, asked))
            if function == "GetVersion":
                answer = {"Status": 0, "Version": VERSION}
            elif function == "GetCertInfo":
                der = self.signer.signing_cert.dump()
                answer = {"Status": 0, "CertBase64": base64.b64encode(der).decode("ascii")}
            else:
                answer = await asyncio.get_running_loop().run_in_executor(None, self.sign, function, asked)
            await channel.send_str(json.dumps(answer))
        return channel


@contextmanager
def running(signer, port=0):
    """A :class:`Service` that listens on this machine."""
    service, loop, started = Service(signer), asyncio.new_event_loop(), threading.Event()
    listening = socket.create_server(("127.0.0.1", port))
    service.address = f"ws://127.0.0.1:{listening.getsockname()[1]}"
    application = web.Application()
    application.router.add_get("/{function}", service._answer)
    runner = web.AppRunner(application)

    async def start():
        await runner.setup()
        await web.SockSite(runner, listening).start()
        started.set()

    def serve():
        asyncio.set_event_loop(loop)
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    started.wait(20)
    try:
        yield service
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)
        loop.close()
