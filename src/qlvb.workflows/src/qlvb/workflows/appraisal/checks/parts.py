"""Which piece is which component: by its words, as people find them."""

from qlvb.content.text import fold
import re


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = re.compile(r"^Số\s*:", re.IGNORECASE)
DATE = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
#: Lines under "Nơi nhận:": "- Như trên;", "- Lưu: VT."
ITEM = re.compile(r"^[-–]\s*\S")


class Parts:
    """The components of a Paper: Piece, tuple of Piece, or None where one was not found."""

    def __init__(self, paper):
        self.paper = paper
        self.pieces = paper.pieces
        self.nation = self._folded(lambda text: text.startswith("cong hoa xa hoi"))
        self.motto = self._folded(lambda text: text.replace(" ", "").startswith("doclap") and "tu do" in text)
        self.number = paper.find(lambda piece: bool(NUMBER.match(piece.text)))
        self.date = paper.find(lambda piece: bool(DATE.search(piece.text)) and len(piece.text) < 80)
        self.letter_subject = self._folded(lambda text: text.startswith("v/v"))
        self.addressed = self._folded(lambda text: text.startswith("kinh gui"))
        self.recipients = self._folded(lambda text: text.startswith("noi nhan"))
        self.items = self._items()

    def _folded(self, wanted):
        return self.paper.find(lambda piece: wanted(fold(piece.text)))

    def _items(self):
        if self.recipients is None:
            return ()
        following = self.pieces[self.pieces.index(self.recipients) + 1 :]
        found = []
        for piece in following:
            if ITEM.match(piece.text):
                found.append(piece)
            elif found and self.paper.kind == "docx":
                break
            if found and fold(found[-1].text).lstrip("-– ").startswith("luu"):
                break
        return tuple(found)

    def same(self, words):
        """The first Piece whose words are these, accents and case passed over, or None."""
        wanted = fold(words)
        return self._folded(lambda text: text == wanted) if wanted else None

    @property
    def body(self):
        """Paragraphs between heading and foot that stand in no table (docx): tuple of Piece."""
        start = max((self.pieces.index(piece) for piece in self._heads()), default=-1)
        end = self.pieces.index(self.recipients) if self.recipients is not None else len(self.pieces)
        return tuple(piece for piece in self.pieces[start + 1 : end] if not piece.cell)

    def _heads(self):
        return [
            piece
            for piece in (self.nation, self.motto, self.number, self.date, self.letter_subject, self.addressed)
            if piece is not None
        ]
