"""Metrics of many installations for whoever looks after them (docs/fleet.md).

Off unless policy names a collector or a folder; then the service tells :mod:`notifier.fleet.tally`
what happened, a process that ends (:mod:`notifier.fleet.send`) sends it as OTLP, and
:mod:`notifier.fleet.exposition` writes the same for Prometheus' node_exporter.
"""
