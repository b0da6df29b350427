"""What the collection on Iranian drones must answer."""
