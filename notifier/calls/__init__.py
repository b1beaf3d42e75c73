"""A local call: the protocol of those who report one, its figures, its life, and the clients.

Nothing in here knows how a network is tested or how anything is shown.
"""
