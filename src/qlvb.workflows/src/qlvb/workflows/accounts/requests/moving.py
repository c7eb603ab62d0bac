"""People who get another post, another department, another agency (Mẫu 02): what the change does to posts.

A post is given through ``assign``, so its former holder stays on record, the groups follow and the journal says so.
"""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


#: Functions of which nobody gets a new seat by a request: who leads is decided where posts are set up.
LEADING = frozenset({"leader", "unit_leader"})
_NO_POST = _(
    "violation_request_no_post",
    default="${name} chưa giữ chức vụ nào ở cơ quan nên không đổi bộ phận được: hãy ghi thay đổi chức vụ.",
)
_NO_SEAT = _(
    "violation_request_no_seat",
    default="Không có chức vụ “${post}” nào còn trống: chức vụ lãnh đạo phải được cho thôi giữ trước.",
)


def label(title, agency_id, department_id):
    """What a post is called in a request: "Chuyên viên, Phòng Công nghệ số"."""
    unit = getUtility(IDirectory).department(agency_id, department_id) if department_id else None
    return f"{title}, {unit.title}" if unit is not None else title


def called(userid, agency_id):
    """What the person's main post in the agency is called, as :func:`label`; "" for none."""
    main = getUtility(IDirectory).main_post(userid, agency_id)
    return label(main.title, agency_id, main.department) if main is not None else ""


def seats(agency_id):
    """dict label -> list of Post objects of the agency that are called so, by rank."""
    found = {}
    posts = getUtility(IDirectory).agency_object(agency_id)["posts"].objectValues()
    for post in sorted(posts, key=lambda one: (one.rank or 0, one.getId())):
        found.setdefault(label(post.title, agency_id, post.department), []).append(post)
    return found


def values_of(agency_id):
    """Fields of people whose new value is one of the site's: field -> dict value -> title."""
    directory = getUtility(IDirectory)
    return {
        "post": {name: name for name in seats(agency_id)},
        "department": {one.id: one.title for one in directory.departments(agency_id)},
        "home_agency": {one.id: one.title for one in directory.agencies()},
    }


def obstacle(row, agency_id):
    """Message of what stands against a change of post or department of a row, or None."""
    if row["field"] not in ("post", "department"):
        return None
    directory = getUtility(IDirectory)
    main = directory.main_post(row["account"], agency_id)
    if row["field"] == "department" and main is None:
        name = directory.person(row["account"]).fullname
        return _(str(_NO_POST), default=_NO_POST.default, mapping={"name": name})
    wanted = _wanted(row, agency_id)
    known = seats(agency_id).get(wanted, [])
    functions = {name for post in known for name in post.functions or ()} if row["field"] == "post" else main.functions
    free = [post for post in known if not post.holder or post.holder == row["account"]]
    if free or not LEADING & set(functions):
        return None
    return _(str(_NO_SEAT), default=_NO_SEAT.default, mapping={"post": wanted})


def _wanted(row, agency_id):
    """Label of the post that a row asks for: its value, or the present title in the department that is its value."""
    if row["field"] == "post":
        return row["value"]
    return label(getUtility(IDirectory).main_post(row["account"], agency_id).title, agency_id, row["value"])


def move(row, agency_id):
    """Give the person the post of a row, in place of the main one: a vacant seat, or one more like it."""
    main, wanted = getUtility(IDirectory).main_post(row["account"], agency_id), _wanted(row, agency_id)
    if main is not None and label(main.title, agency_id, main.department) == wanted:
        return
    known = seats(agency_id).get(wanted, [])
    own = next((post for post in known if post.holder == row["account"]), None)
    seat = own or next((post for post in known if not post.holder), None) or _one_more(row, agency_id, known, main)
    if main is not None:
        assign(getUtility(IDirectory).agency_object(agency_id)["posts"][main.id], "")
    if own is None:
        assign(seat, row["account"], valid_from=clock.today())


def _one_more(row, agency_id, known, main):
    """A seat like the one that is asked for, or in another department like the one that the person has."""
    like = known[0] if known else main
    department = like.department if row["field"] == "post" else row["value"]
    return make_post(agency_id, like.title, like.functions, like.capacity, department)


def make_post(agency_id, title, functions, capacity="none", department=""):
    """A new post of the agency, at the end of its list."""
    return createContentInContainer(
        getUtility(IDirectory).agency_object(agency_id)["posts"],
        "Post",
        checkConstraints=False,
        title=title,
        functions=set(functions or ()),
        capacity=capacity or "none",
        department=department or None,
        rank=900,
    )


def leave(userid, agency_id):
    """Whose account another agency looks after from now on holds the posts of the former one to the end of this day:
    what then still waits for him stands on the list of handing over (Điều 14.3).
    """
    today = clock.today()
    for post in getUtility(IDirectory).agency_object(agency_id)["posts"].objectValues():
        if post.holder == userid and (post.valid_to is None or post.valid_to > today):
            begun = min(post.valid_from, today) if post.valid_from else None
            assign(post, userid, valid_from=begun, valid_to=today)
