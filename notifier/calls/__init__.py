"""A local call: the protocol of those who report one, its figures, its life, and the clients.

At the top are the words of the protocol and what is known of a call (``messages``, ``vocabulary``,
``policy``, ``sample``, ``live``, ``record``), the calls themselves (``book``, ``call``, ``fabric``
and what they consist of), and the browsers' way in (``host``, with ``framing``, ``address`` and
``pipe``). Below it: ``feed``, the server; ``stats``, the reading of statistics; ``client``, which
runs in other people's programs.

Nothing in here knows how a network is tested or how anything is shown.
"""
