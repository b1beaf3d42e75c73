"""Root's small service that reads secrets for people who may not read them; see docs/secrets.md."""
