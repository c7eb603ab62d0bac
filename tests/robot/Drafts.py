"""Robot library: files to upload."""

from live.drafts import annex_docx
from live.drafts import letter_docx
from pathlib import Path
from tempfile import mkdtemp


class Drafts:
    ROBOT_LIBRARY_SCOPE = "SUITE"

    def __init__(self):
        self.directory = Path(mkdtemp(prefix="qlvb-drafts-"))

    def letter(
        self, subject, name="cong-van.docx", last="", agency="Sở Khoa học và Công nghệ", signer="Nguyễn Thị Thu Hà"
    ):
        """Write a công văn and return its path."""
        text = {"last": last} if last else {}
        return self._write(name, letter_docx(subject, agency=agency, signer=signer, **text))

    def annex(self, name="phieu-gop-y.docx"):
        """Write the feedback sheet and return its path."""
        return self._write(name, annex_docx())

    def _write(self, name, data):
        path = self.directory / name
        path.write_bytes(data)
        return str(path)
