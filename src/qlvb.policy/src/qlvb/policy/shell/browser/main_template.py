"""Plone's own views (forms, control panels) in the shell of QLVB."""

from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(PloneMainTemplate):
    """``main_template`` with all the slots of Plone's, drawn by the frame of ``@@qlvb-shell``.

    The template for overlays (``ajax_load``) stays Plone's: it draws no frame at all.
    """

    main_template = ViewPageTemplateFile("templates/main_template.pt")
