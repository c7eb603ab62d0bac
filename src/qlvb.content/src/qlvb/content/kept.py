"""What objects keep in their annotations: made by the first who writes, never by reading."""

from zope.annotation.interfaces import IAnnotations


def kept_under(obj, key, make):
    """What ``obj`` keeps under ``key``, for who writes into it; ``make()`` gives it when there is none yet."""
    annotations = IAnnotations(obj)
    if key not in annotations:
        annotations[key] = make()
    return annotations[key]
