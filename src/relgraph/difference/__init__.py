"""What differs between two graphs: in words, as rows, and as a patch."""
