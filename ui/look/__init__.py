"""Colours and icons: what everything that is drawn has in common."""
