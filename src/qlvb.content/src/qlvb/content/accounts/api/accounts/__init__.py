"""``@accounts`` of an agency."""
