"""The room of the web application: pages, linked data and the explorer that grows, served from a store."""
