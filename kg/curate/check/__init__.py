"""What `kg check` looks at: structure, the graph's own queries, and what an editor would ask."""
