"""Questions of personal documents: whoever asks finds his own and nobody else's."""

from qlvb.content.index.question import Question


TYPE = "PersonalDocument"
#: Characters of a search that are taken.
LONGEST = 1000


def own(text=""):
    """The Question of the current user's documents, those that have what ``text`` asks for; the newest first, the best
    first where something is asked for.
    """
    text = text.strip()[:LONGEST] if isinstance(text, str) else ""
    return Question(types=(TYPE,), filters={"text": text} if text else {}, sort=None if text else "-changed")
