"""Fill a site with the demonstration province of invented agencies, people and documents."""

from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import opened_site
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.site import fill_site
import sys
import transaction


def arguments(parser):
    parser.add_argument("--documents", type=int, default=60, help="about how many documents (default: 60)")


def run(options):
    with opened_site(options.site):
        pass  # there is one; it is filled in a request of its own
    fill(options.site, options.documents)
    return 0


def fill(site_id, documents=60):
    """Fill the site and commit; says on the terminal how far it is."""

    def progress(done, total, what):
        line = f"\r  {what}: {done}/{total}" if sys.stdout.isatty() else ""
        print(line, end="\n" if line and done == total else "", flush=True)

    print("Filling the demonstration province …", flush=True)
    with application(site_id) as app:
        fill_site(app[site_id], documents=documents, progress=progress)
        transaction.commit()
    print(f"Demonstration accounts have the password {PASSWORD}.")
