"""Figures of speed: measured by `python -m tests.benchmarks`, never by a test."""
