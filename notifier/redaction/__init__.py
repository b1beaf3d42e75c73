"""What must not be read by others is taken out of texts: of log files, and of diagnostics.

The rules are data (:mod:`notifier.redaction.rules`), each with a name and an example; what has no
shape of its own, such as this person's name, the rules are told (:mod:`notifier.redaction.known`).
"""
