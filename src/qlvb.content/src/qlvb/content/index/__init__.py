"""Lists: the boxes a record sits in, and the queries shared by tiles, counts and lists."""
