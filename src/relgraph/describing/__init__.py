"""What a graph says of itself to machines: VoID, DCAT-AP.de, PROV, as quads."""
