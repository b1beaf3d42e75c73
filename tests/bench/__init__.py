"""Benchmarks: commands that print figures side by side; nothing here passes or fails."""
