"""The plain Plone site with the same texts as Documents: ``fill COUNT`` makes them, ``ask ROUNDS`` searches them."""

from benchmarks.data.loading import generated
from benchmarks.inside.asking import SEARCHES
from benchmarks.inside.asking import acting_as_manager
import json
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from plone.dexterity.utils import createContentInContainer
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import time
from tqdm import tqdm
import transaction


IN_FOLDER = 1000
#: Documents of a transaction, and objects kept in memory meanwhile: every Document changes hundreds of small trees of words,
#: which are written, and read again, once per transaction.
AT_ONCE = 2000
KEPT = 2_000_000
COLD = 3


def fill(count):
    """Documents of the first ``count`` generated records that are not there yet, by folders of a thousand."""
    with application("plain") as app:
        site, records = app["plain"], generated(count)
        app._p_jar.db().setCacheSize(KEPT)
        for place, made in enumerate(tqdm(records, total=count, unit=" documents", mininterval=5)):
            folder_id = f"f{place // IN_FOLDER:04d}"
            if folder_id not in site:
                createContentInContainer(site, "Folder", id=folder_id, title=folder_id, checkConstraints=False)
            folder = site[folder_id]
            if made.uid not in folder:
                add_document(folder, made, records.body_of(made))
            if place % AT_ONCE == AT_ONCE - 1:
                transaction.commit()
        transaction.commit()


def add_document(folder, made, body):
    """As ``createContentInContainer`` does, in the catalogue too; but for versions, links and relations, of which a search
    knows nothing and which cost three quarters of the time.
    """
    document = createContent(
        "Document",
        id=made.uid,
        title=made.subject,
        description=f"{made.reference} {made.issuing_body} {made.signatory}",
        text=RichTextValue(body, "text/plain", "text/html"),
    )
    folder._setObject(made.uid, document, suppress_events=True)
    document = folder[made.uid]
    document.notifyWorkflowCreated()
    document.indexObject()


def ask(rounds):
    """Print the milliseconds of the same searches, as the catalogue answers them to a manager of the site: ``times``, and
    ``cold`` with nothing in the cache of objects, as in a process that has just started.
    """
    found = {}
    with application("plain") as app, acting_as_manager():
        catalogue = app["plain"].portal_catalog
        for text in SEARCHES:
            cold = []
            for _round in range(COLD):
                app._p_jar.cacheMinimize()
                total, spent = asked(catalogue, text)
                cold.append(spent)
            times = [asked(catalogue, text)[1] for _round in range(rounds)]
            found[text] = {"total": total, "times": times, "cold": cold}
    print(json.dumps(found))


def asked(catalogue, text):
    """(number of hits, milliseconds)"""
    transaction.begin()
    started = time.perf_counter()
    words = " ".join(f"{word}*" for word in text.split())
    brains = catalogue(SearchableText=words, sort_on="modified", sort_limit=25)
    total = brains.actual_result_count
    _titles = [brain.Title for brain in brains[:25]]
    spent = (time.perf_counter() - started) * 1000
    transaction.abort()
    return total, spent


if __name__ == "__main__":
    start_zope()
    {"fill": fill, "ask": ask}[sys.argv[1]](int(sys.argv[2]))
