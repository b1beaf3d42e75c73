"""Where clients report calls: socket and WebSocket, who is let in, how much they may say."""
