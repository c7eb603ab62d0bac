"""Why a record stands where it stands, in one sentence: a room of its own because every kind of record has to answer."""
