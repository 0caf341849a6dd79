"""Entities and relations as RDF: quads, ties, ontology, shapes and checks; the room that owns rdflib and pySHACL."""
