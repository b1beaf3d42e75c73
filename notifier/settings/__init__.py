"""Settings, secrets and the identity of this installation; each value knows its origin."""
