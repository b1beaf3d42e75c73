"""One run of the Smart Connectivity Test, in a process of its own: measurements come out.

Protocol and estimators are machines that get the time and the bytes as arguments; thin asyncio
adapters stand around them. Nothing in here knows verdicts, history or settings files.
"""
