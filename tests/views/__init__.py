"""Tests of what is shown, in the order of the modules of `views/`."""
