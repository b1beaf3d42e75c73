"""How a person is told: a chain of ways, from the desktop's own service to our own window."""
