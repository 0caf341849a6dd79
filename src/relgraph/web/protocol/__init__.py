"""The SPARQL 1.1 protocols: questions, updates, graphs by their names, and what the service says of itself."""
