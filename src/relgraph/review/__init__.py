"""What people say of the graph beside the machine: annotations of whole releases, decisions on single relations."""
