"""``@copy`` and ``@move``: for pages and folders of Plone, not for records."""
