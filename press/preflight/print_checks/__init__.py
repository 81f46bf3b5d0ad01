"""The print edition's checks: one rule each, one file each."""
