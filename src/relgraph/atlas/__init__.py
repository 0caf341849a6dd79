"""The room of the map: shapes of countries, their projection, and how much evidence lies where."""
