"""GET ``@who-can-see`` on a record."""

from plone.restapi.services import Service
from qlvb.workflows.rights.rows import rows


class WhoCanSeeGet(Service):
    """Everybody who may see the record, and why.

    ``{"@id", "items": [{userid, fullname, posts, causes: [{role, cause, reference, since, …}]}], "items_total"}``.
    """

    def reply(self):
        items = rows(self.context, self.request)
        return {"@id": f"{self.context.absolute_url()}/@who-can-see", "items": items, "items_total": len(items)}
