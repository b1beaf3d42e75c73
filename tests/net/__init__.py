"""Networks for tests: a link emulator between two namespaces and a TURN server to run in them."""
