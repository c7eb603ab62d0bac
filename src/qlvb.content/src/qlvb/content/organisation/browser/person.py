"""Screens of one person: the page, a new person, a new password."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.passwords import note_issued
from qlvb.content.accounts.rules import is_unused_soon
from qlvb.content.accounts.settings import account_rules
from qlvb.content.clock import today
from qlvb.content.organisation.accounts import create_person
from qlvb.content.organisation.accounts import is_taken
from qlvb.content.organisation.accounts import may_be_reset_by_agency
from qlvb.content.organisation.accounts import propose_userid
from qlvb.content.organisation.accounts import reset_password
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re
from zope.component import getUtility


class PersonView(BrowserView):
    """Facts and posts."""

    shell_section = "administration"

    def may_manage(self):
        return api.user.has_permission("qlvb: Manage organisation", obj=self.context)

    def may_suspend(self):
        return self.context.active and api.user.has_permission("qlvb: Manage accounts", obj=self.context)

    def suspended(self):
        return getUtility(IAccounts).suspension(self.context.getId()) is not None

    def disused(self):
        """bool: it will be suspended unless somebody says why it is not used."""
        account = getUtility(IAccounts).one(self.context.getId(), "")
        return account.suspension is None and is_unused_soon(account, today(), account_rules())

    def first_password(self):
        return self.may_manage() and getUtility(IAccounts).must_change_password(self.context.getId())

    def posts(self):
        directory = getUtility(IDirectory)
        portal_url = api.portal.get().absolute_url()
        return [
            {
                "title": post.title,
                "agency": directory.agency(post.agency).title,
                "url": f"{portal_url}/{post.agency}",
                "department": getattr(directory.department(post.agency, post.department), "title", ""),
            }
            for post in directory.person(self.context.getId()).posts
        ]


class AddPerson(PostedForm):
    """On an agency: a new account with its person, and the post it begins with. The password is shown once."""

    created = None
    password = ""

    def vacant_posts(self):
        """Posts of the agency without a holder: list of dict."""
        return [
            {"id": post.id, "title": self._title(post)}
            for post in getUtility(IDirectory).posts(self.context.getId())
            if not post.holder
        ]

    def _title(self, post):
        department = getUtility(IDirectory).department(post.agency, post.department)
        return f"{post.title} – {department.title}" if department else post.title

    def save(self):
        post = self.value("post")
        if post and post not in [item["id"] for item in self.vacant_posts()]:
            message = _("organisation_error_post_not_vacant", default="Chức vụ này không có hoặc đã có người giữ.")
            raise Refused(Violation("post", "post_not_vacant", message))
        email = self.value("email")
        if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
            message = _("organisation_error_email", default="Địa chỉ thư không đúng.")
            raise Refused(Violation("email", "bad_email", message))
        fullname = self.value("fullname")
        userid = self.value("userid") or propose_userid(fullname, is_taken)
        person = create_person(
            userid, fullname, email=email, phone=self.value("phone"), home_agency=self.context.getId()
        )
        if post:
            assign(self.context["posts"][post], userid)
        self.password = reset_password(userid)
        note_issued(userid, api.user.get_current().getId())
        self.created = person
        self.request.response.setHeader("Cache-Control", "no-store")


class ResetPassword(PostedForm):
    """On a person: a new random password, shown once."""

    password = ""

    def save(self):
        userid = self.context.getId()
        if not may_be_reset_by_agency(userid) and "Manager" not in api.user.get_roles():
            message = _(
                "organisation_error_reset_manager",
                default="Chỉ quản trị hệ thống được cấp lại mật khẩu của tài khoản quản trị hệ thống.",
            )
            raise Refused(Violation("", "reset_manager", message), status=403)
        if not self.context.active:
            message = _(
                "organisation_error_reset_inactive", default="Tài khoản của người đã nghỉ không được cấp mật khẩu."
            )
            raise Refused(Violation("", "reset_inactive", message), status=409)
        self.password = reset_password(userid)
        note_issued(userid, api.user.get_current().getId())
        self.request.response.setHeader("Cache-Control", "no-store")
