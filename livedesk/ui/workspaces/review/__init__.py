"""Runs after they ended: plan against actual, money, the log, and the files for others."""
