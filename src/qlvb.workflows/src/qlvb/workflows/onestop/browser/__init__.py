"""The page of the link, and the components of a dossier."""
