"""One Smart Connectivity Test in a process of its own: it measures, then forecasts.

The child (``python -m notifier.sct``) and its parent's side talk in JSON lines on the child's
standard streams. What is measured is :mod:`notifier.probe`'s, what it means
:mod:`notifier.forecast`'s; in here is only what lies between the processes.
"""
