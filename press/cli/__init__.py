"""What the commands print, and how they end.

Words only: nothing is read or made here but what is told.
"""
