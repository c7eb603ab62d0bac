"""REST: delegations and absences of an agency."""
