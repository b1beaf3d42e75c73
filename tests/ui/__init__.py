"""The windows, the tray and what they share, driven as a person would drive them."""
