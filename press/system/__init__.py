"""The machine: worker processes, signals, locks, files that others wrote, compression that is the same everywhere.

Nothing here knows what is printed.
"""
