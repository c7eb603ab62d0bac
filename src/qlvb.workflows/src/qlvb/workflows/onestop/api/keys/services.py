"""``@onestop-keys``: the keys of a one-stop system; ``/2`` and so on: of another one."""

from qlvb.content.answering import PathService
from qlvb.workflows.links.api import no_link
from qlvb.workflows.onestop.keys import OVERLAP
from qlvb.workflows.onestop.line import EVENTS


class KeysGet(PathService):
    """The keys that work: ``id``, ``created``, ``ends`` and the day they were last ``used``; never a secret.
    ``?system=2``: of another system.
    """

    @property
    def link(self):
        """:raises Refused: 404 there is no such system."""
        found = EVENTS.link_named(str(self.request.form.get("system", "")))
        if found is None:
            raise no_link()
        return found

    def answer(self):
        if self.path:
            raise no_link()
        keys = self.link.keys.working()
        return {"@id": f"{self.context.absolute_url()}/@onestop-keys", "items": [key_json(key) for key in keys]}


class KeysPost(KeysGet):
    """Make a key: its ``secret`` is told this once; 201. The former keys end after ``overlap`` hours (0: at once)."""

    def answer(self):
        if self.path:
            raise no_link()
        key, secret = self.link.make_key(self.body().get("overlap", OVERLAP))
        self.request.response.setStatus(201)
        return {**key_json(key), "client_id": self.link.settings["account"], "secret": secret}


class KeysDelete(KeysGet):
    """``/<id>``: end a key at once; 204."""

    def answer(self):
        self.link.keys.end(self.only_name)
        return self.reply_no_content()


def key_json(key):
    """dict of JSON values."""
    return {
        "id": key.id,
        "created": key.created.isoformat(timespec="seconds"),
        "ends": key.ends.isoformat(timespec="seconds") if key.ends else None,
        "used": key.used.isoformat() if key.used else None,
    }
