"""Every object that a PDF leads to from its catalogue: what older revisions left behind is not looked at."""

import pikepdf


#: Objects looked at: some ten thousand pages. What comes after is not judged.
MOST_OBJECTS = 400_000
#: Ways back to what is reached otherwise; the tags, of which nothing is asked here; fonts that a form keeps for who
#: fills it in.
SKIPPED = frozenset({"/Parent", "/IRT", "/StructTreeRoot", "/DR"})


def reachable(pdf):
    """(object, key, key above) of every dictionary and stream, each once; an array's members have its key."""
    stack = [(pdf.Root, "/Root", "")]
    seen = set()
    while stack and len(seen) < MOST_OBJECTS:
        found, key, above = stack.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if isinstance(found, pikepdf.Array):
            stack.extend((one, key, above) for one in found if isinstance(one, pikepdf.Object) and _has_parts(one))
            continue
        yield found, key, above
        stack.extend(
            (one, name, key)
            for name, one in found.items()
            if name not in SKIPPED and isinstance(one, pikepdf.Object) and _has_parts(one)
        )


def _has_parts(found):
    return isinstance(found, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array))
