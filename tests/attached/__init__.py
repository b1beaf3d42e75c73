"""The whole of it: real calls over an impaired link, reported to the real service."""
