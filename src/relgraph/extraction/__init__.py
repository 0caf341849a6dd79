"""Release → entities and relations: the field's own work, in small typed steps that `pipeline` puts in order."""
