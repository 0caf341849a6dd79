"""The room of pictures: the explorer page and the reading page, each one HTML file that opens offline."""
