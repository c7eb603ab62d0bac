"""Create a site with QLVB installed. An existing site stays; a demonstration that was cut off is continued."""

from qlvb.policy.commands import demonstration
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.setup.site import create_site
import transaction


def arguments(parser):
    parser.add_argument("--title", default="Quản lý văn bản và hồ sơ công việc", help="title of the site")
    parser.add_argument("--demonstration", action="store_true", help="fill it with the demonstration province")
    parser.add_argument("--documents", type=int, default=60, help="about how many documents it gets (default: 60)")


def run(options):
    start_zope()
    with application() as app:
        if options.site in app.objectIds():
            print(f"The site {options.site} exists already.")
        else:
            create_site(app, options.site, options.title)
            transaction.commit()
            print(f"Site {options.site} created.")
    if options.demonstration:
        demonstration.fill(options.site, options.documents)
    return 0
