"""The watch: an order that is built anew whenever somebody edits it, in one process, until Ctrl-C.

Nothing that is edited ends it: what is wrong is told with file and line, a bug of ours with its traceback, and the last
good build stays. The press's own Python is not read again: whoever edits that starts the watch again.
"""

__all__ = ["live", "loop"]
