"""Service ``@workflow`` for records: the same acts under Plone's own address."""
