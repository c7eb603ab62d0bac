"""Who can see which screen of a live site: the addresses that Chromium is sent to."""

from accessibility.drawn import kinds_drawn
from accessibility.gallery import name_of
from accessibility.screens import ACCOUNTS
from accessibility.screens import BY_ROLE
from accessibility.screens import listed
from accessibility.screens import registered
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from re import search
import requests


PASSWORD = "SonHai@2026"
MOST = 50


#: Parts of addresses of what acts can be done on.
WITH_ACTS = (
    "/outgoing/",
    "/incoming/",
    "/dossiers/",
    "/transfers/",
    "/holds/",
    "/disposals/",
    "/stores/",
    "/readings/",
)


@dataclass(frozen=True)
class Visit:
    """``userid`` looks at ``url``; without a userid nobody is signed in."""

    userid: str
    url: str


class Walker:
    """Finds a visitor for every screen of ``site`` (LiveSite)."""

    def __init__(self, site):
        self.site = site
        self.sessions = {}
        self.clients = {}
        #: Visit -> name of the picture that is taken of it.
        self.pictured = {}
        #: Kinds of elements of the boxes that are visited.
        self.boxed = set()
        #: Visit of a box -> its page as it came, str.
        self.drawn = {}

    def session(self, userid):
        """A signed-in session of web pages."""
        if userid not in self.sessions:
            session = requests.Session()
            session.headers["Accept-Language"] = "vi"
            form = {"__ac_name": userid, "__ac_password": PASSWORD, "buttons.login": "1", "came_from": ""}
            session.post(f"{self.site.url}/login", data=form, timeout=60).raise_for_status()
            assert session.cookies.get("__ac"), userid
            self.sessions[userid] = session
        return self.sessions[userid]

    def client(self, userid):
        """A REST client."""
        if userid not in self.clients:
            self.clients[userid] = self.site.session(userid)
        return self.clients[userid]

    def visits(self):
        """(list of Visit, list of Screen that nobody could see)."""
        entrance = Visit("", f"{self.site.url}/login")
        found, unseen = {entrance: None}, []
        self.pictured[entrance] = "login"
        for userid in ACCOUNTS:
            homes = [Visit(userid, f"{self.site.url}/{path}".rstrip("/")) for path in BY_ROLE]
            found.update(dict.fromkeys(homes))
            self.pictured[homes[0]] = f"home-{userid}"
        found.update({visit: None for visits in self.states.values() for visit in visits})
        for screen in [*registered(), *listed()]:
            visit = self.first_visit(screen)
            if visit is None:
                unseen.append(screen)
            elif visit and not (screen.box and self.nothing_new(visit)):
                found.setdefault(visit)
                name = "worklist" if screen.box else name_of(screen)  # all boxes are drawn by one page
                if name not in self.pictured.values():
                    self.pictured.setdefault(visit, name)
        reached = {"act": self.forms(list(found)), "compare": self.comparisons(), "bulk": self.selections(), "secret-report": self.cases()}
        for name, visits in reached.items():
            visits = list(visits)
            found.update(dict.fromkeys(visits))
            self.pictured.update({visit: name for visit in visits[:1]})
        return list(found), unseen

    def selections(self):
        """Visit of the page that does one act to the rows that somebody has chosen."""
        userid = "nguyenthithuha"
        items = self.client(userid).get("@worklist", params={"box": "todo"}).json()["items"]
        uids = ",".join(item["uid"] for item in items[:3])
        return [Visit(userid, f"{self.site.url}/@@bulk?uids={uids}")] if uids else []

    def cases(self):
        """Visits of the page of a case of secret material, as who judges it and as who administers the site."""
        found = self.client("quantri").get("@secret-reports").json()["items"][:1]
        places = (("nguyenthithuha", "skhcn/"), ("quantri", ""))
        return [Visit(userid, f"{self.site.url}/{place}@@secret-report?case={one['id']}") for one in found for userid, place in places]

    def nothing_new(self, visit):
        """Whether the page of a box has no kind of element that the boxes visited before it have not: one page draws all of
        them, and what differs in most are the words.
        """
        kinds = kinds_drawn(self.drawn[visit])
        new, self.boxed = kinds - self.boxed, self.boxed | kinds
        return not new

    def first_visit(self, screen):
        """The Visit of a screen on the first example on which somebody may see it; False when it is no page but data."""
        for first, address in self.examples(screen.context):
            visit = self.visit_of(address, screen.view, first)
            if visit is not None:
                return visit
        return None

    def examples(self, context):
        """(userid to be tried first, address) of objects of a kind: list."""
        if context.startswith("service:"):
            userid, _colon, path = context.removeprefix("service:").partition(":")
            items = self.client(userid).get(path).json().get("items", [])
            return [(userid, item["@id"]) for item in items[:1]]
        if not context.startswith("type:"):
            return [("", f"{self.site.url}/{context}".rstrip("/"))]
        kind = context.removeprefix("type:")
        if kind in self.states:
            return [(visit.userid, visit.url) for visit in self.states[kind]]
        # Enough of them that one is in a state in which somebody may change it.
        params = {"portal_type": kind, "b_size": MOST, "sort_on": "created", "sort_order": "descending"}
        for userid in ("quantri", *ACCOUNTS):
            items = self.client(userid).get("@search", params=params).json().get("items", [])
            items = items or self.client(userid).get("@records", params={"type": kind, "b_size": MOST}).json().get("items", [])
            if items:
                return [(userid, item["@id"]) for item in items]
        return []

    @cached_property
    def states(self):
        """dict portal type -> Visits of a document in every state that the site has one in, by whoever holds it."""
        found = {}
        for box in ("outgoing.all", "incoming.all"):
            for userid in ACCOUNTS:
                answer = self.client(userid).get("@worklist", params={"box": box, "b_size": 200}).json()
                for item in answer.get("items", ()):
                    holder = next((one for one in item["holders"] if one in ACCOUNTS), userid)
                    if holder == userid:
                        found.setdefault(item["@type"], {}).setdefault(item["state"], Visit(userid, item["@id"]))
        return {kind: list(visits.values()) for kind, visits in found.items()}

    def visit_of(self, address, view, first=""):
        """The Visit of the first person who may; False when what answers is no page; None when nobody may."""
        url = f"{address}/{view}" if view else address
        for userid in (first, *ACCOUNTS) if first else ACCOUNTS:
            answer = self.answer(userid, url)
            kind, status, final = answer.headers.get("Content-Type", ""), answer.status_code, answer.url
            found = status == 200 and "html" in kind and "/login" not in final
            page = answer.text if found and "box=" in url else ""
            answer.close()
            if status == 200 and "html" not in kind:
                return False
            if found:
                visit = Visit(userid, url)
                self.drawn[visit] = page
                return visit
        return None

    def answer(self, userid, url):
        """The answer that a person gets (not read), where a page leads to another that of this one; but who may not see
        it is not led on to the page that says so: it is drawn as long as any other, for each of the many who may not.
        """
        session = self.session(userid)
        answer = session.get(url, timeout=60, stream=True, allow_redirects=False)
        while answer.next is not None and "require_login" not in answer.next.url:
            answer.close()
            answer = session.send(answer.next, timeout=60, stream=True, allow_redirects=False)
        return answer

    def forms(self, visits):
        """The pages of acts that are possible on the documents of ``visits``, each act once: Visit."""
        seen = set()
        for visit in visits:
            if not any(part in visit.url for part in WITH_ACTS) or "@@" in visit.url:
                continue
            answer = self.client(visit.userid).get(f"{visit.url}/@acts") if visit.userid else None
            for act in answer.json().get("items", ()) if answer is not None and answer.ok else ():
                if act["possible"] and act["id"] not in seen:
                    seen.add(act["id"])
                    yield Visit(visit.userid, f"{visit.url}/@@act/{act['id']}")

    def comparisons(self):
        """The first comparison of two versions that a document offers: list of at most one Visit."""
        for visit in [visit for visits in self.states.values() for visit in visits]:
            offered = search(r'href="([^"]+@@compare[^"]*)"', self.session(visit.userid).get(visit.url, timeout=60).text)
            if offered:
                return [Visit(visit.userid, unescape(offered.group(1)))]
        return []
