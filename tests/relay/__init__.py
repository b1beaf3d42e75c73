"""The embedded relay: its machines, its sockets, its process."""
