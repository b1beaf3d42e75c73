"""What a help desk needs to know of an installation, collected for a person who sees it first.

Parts find out one thing each (:mod:`notifier.diagnostics.parts`); what they found goes through the
rules of :mod:`notifier.redaction` and is shown; only then is it written.
"""
