"""Service ``@signing-queue``: what became of signatures that were ordered."""
