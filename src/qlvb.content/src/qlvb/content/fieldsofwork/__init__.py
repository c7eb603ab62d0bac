"""Fields of work (lĩnh vực): a list of the site and one of each agency, from which documents are described."""
