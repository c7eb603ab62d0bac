"""What was told of one record again and again is one row: the newest speaks, the others stand behind it."""


def grouped(notices):
    """Notices (newest first; INotice or Shown) of one kind about one record together: list of lists, in the order of
    their newest. What is about no record stands alone. Pure.

    >>> from types import SimpleNamespace as Notice
    >>> told = [("9", "turn", "a"), ("8", "overdue", "a"), ("7", "turn", "a"), ("6", "turn", ""), ("5", "turn", "")]
    >>> notices = [Notice(id=one, event=event, record=record) for one, event, record in told]
    >>> [[notice.id for notice in group] for group in grouped(notices)]
    [['9', '7'], ['8'], ['6'], ['5']]
    """
    found = {}
    for notice in notices:
        key = (notice.event, notice.record) if notice.record else (notice.id,)
        found.setdefault(key, []).append(notice)
    return list(found.values())
