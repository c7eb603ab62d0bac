"""The addresses of the contract. ``/api/onestop/v1/submissions/…`` is ``@onestop-submissions/…``, and so on."""

from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.api.service import not_found
from qlvb.workflows.onestop.rules import CONTRACT
from zope.component import queryMultiAdapter


class ContractGet(OneStopService):
    """``/api/onestop/v1/<service>``: the service ``@onestop-<service>`` with its own permission; ``…/health`` says that
    the site is there.
    """

    def publishTraverse(self, request, name):
        if "/".join(self.path) == CONTRACT.partition("/")[2]:
            service = queryMultiAdapter((self.context, request), name=f"{request._rest_service_id}@onestop-{name}")
            if service is not None:
                return service
        return super().publishTraverse(request, name)

    def answer(self):
        if "/".join(("api", *self.path)) != f"{CONTRACT}/health":
            raise not_found("path")
        return {"status": "ok"}


class ContractPost(ContractGet):
    """The same for what is sent."""

    def answer(self):
        raise not_found("path")
