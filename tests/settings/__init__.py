"""Tests of notifier.settings."""
