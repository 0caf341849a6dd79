"""REST: questions of the catalogue as resources for programs, and the OpenAPI description made of the same headers."""
