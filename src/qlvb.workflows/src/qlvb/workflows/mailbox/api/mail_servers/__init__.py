"""``@mail-servers`` of the site: on which servers mailboxes may lie."""
