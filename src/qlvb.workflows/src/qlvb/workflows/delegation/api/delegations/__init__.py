"""``@delegations`` and ``@absences``."""
