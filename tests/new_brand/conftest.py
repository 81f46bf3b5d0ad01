"""Brands to start and to spoil."""

from brands import profile, project, victim, watched

__all__ = ["profile", "project", "victim", "watched"]
