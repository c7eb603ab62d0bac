"""Why a record stands where it stands, in one sentence; every kind of record has to answer."""
