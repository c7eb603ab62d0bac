"""Records of Vietnamese public agencies: organisation, documents, files, registers, dossiers, retention, journal."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("qlvb")
