"""Tests of ``notifier.service``."""
