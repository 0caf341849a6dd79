"""The ontology for people: its terms as plain values, and pages in German and English made of them."""
