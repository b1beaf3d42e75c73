"""How browsers find the program: which there are, and where each looks for a host to talk to."""
