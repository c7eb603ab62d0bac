"""``@onestop-files``: files sent before the submission that names them."""
