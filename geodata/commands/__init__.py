"""How does a command end? With its code, and without a word where nobody reads on."""

from geodata.commands.ends import NOBODY_READS, run_command

__all__ = ["NOBODY_READS", "run_command"]
