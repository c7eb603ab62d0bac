"""Answers that need not be sent again."""


def unchanged(request, stamp):
    """bool: the asker has what ``stamp`` (str) stands for; the answer is 304 then. Sets the header ``ETag``."""
    tag = f'"{stamp}"'
    request.response.setHeader("ETag", tag)
    request.response.setHeader("Cache-Control", "private, no-cache")
    known = [word.strip().removeprefix("W/") for word in (request.getHeader("If-None-Match") or "").split(",")]
    if tag not in known:
        return False
    request.response.setStatus(304)
    return True
