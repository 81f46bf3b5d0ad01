"""Preflight: the finished file looked at as a print shop would, before it leaves the house."""
