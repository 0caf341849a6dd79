"""Pages and feeds of government sites, asked for politely and stored as files that reading takes."""
