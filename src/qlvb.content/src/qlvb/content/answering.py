"""The bases of REST services that answer with JSON: a Refused becomes the error body, and nothing is stored then."""

from abc import ABC
from abc import abstractmethod
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content.files.requests import sent_json
from qlvb.content.files.requests import sent_key
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
import transaction
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class AnsweringService(Service, ABC):
    """A subclass gives ``answer()``."""

    def reply(self):
        # Requests are accepted by their header or by plone.restapi's own check.
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.answer()
        except Refused as refused:
            self.give_up(refused)
            return refused_response(self.request, refused)

    def give_up(self, refused):
        """Nothing is stored."""
        transaction.doom()

    @abstractmethod
    def answer(self):
        """The JSON body. :raises Refused: becomes the error body."""

    def body(self):
        """The JSON object sent: dict. :raises Refused: 400 it is none."""
        return sent_json(self.request)

    @property
    def userid(self):
        """Id of the person who asks."""
        return api.user.get_current().getId()

    @property
    def key(self):
        """The client's idempotency key, or None. :raises Refused: 400 it is too long."""
        return sent_key(self.request) or None


@implementer(IPublishTraverse)
class PathService(AnsweringService):
    """``path``: the names in the address behind the service's own, tuple of str."""

    path = ()

    def publishTraverse(self, request, name):
        self.path = (*self.path, name)
        return self

    @property
    def only_name(self):
        """The one name behind the service's own, "" for none or more."""
        return self.path[0] if len(self.path) == 1 else ""


class FileService(PathService):
    """Answers with JSON, or with the file that ``answer()`` sends."""

    _file = None

    def send(self, file):
        """To be returned by ``answer()``: ``file`` (bytes or an iterator; its headers are set) goes out as it is."""
        self._file = file
        return self.reply_no_content(self.request.response.getStatus())

    def render(self):
        rendered = super().render()
        return rendered if self._file is None else self._file
