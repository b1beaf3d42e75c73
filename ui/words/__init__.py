"""How the engine's facts are said to people, in the language in force."""
