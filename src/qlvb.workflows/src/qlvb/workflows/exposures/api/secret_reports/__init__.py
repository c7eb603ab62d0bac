"""``@report-secret``, ``@secret-reports``."""
