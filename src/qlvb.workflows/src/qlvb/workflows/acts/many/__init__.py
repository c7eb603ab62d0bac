"""One act on any number of records, by the worker: stretch by stretch, with what became of each."""
