"""Loads what every process of a site loads before it opens its database: code and configuration of Zope, Plone and QLVB.

The server that processes are forked from (live/forked.py) imports this module and nothing else.
"""

from OFS.Application import import_products
from qlvb.policy.commands.places import zope_conf
from qlvb.policy.commands.zope import loading
from Zope2.App.zcml import load_site
from Zope2.Startup.run import configure_wsgi


with loading():
    configure_wsgi(str(zope_conf()))
    import_products()
    load_site()
