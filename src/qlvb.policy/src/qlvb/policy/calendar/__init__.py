"""The work schedule of an agency (lịch công tác), drafts from invitations, and calendars for other programs."""
