"""What the pages of things tell: entities, ties, relations, releases and topics as plain values out of a store."""
