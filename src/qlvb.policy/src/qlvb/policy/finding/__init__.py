"""Finding: the search screen, saved searches on the screens, chosen columns."""
