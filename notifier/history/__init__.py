"""The local history: which runs there were, what they found, what was told to the person.

One SQLite file, shared by every process of the program (tray, ``watch``, ``probe``). The room
knows how rows are kept and found again, not where they come from.
"""
