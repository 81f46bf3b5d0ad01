"""Builds compared byte by byte, made in every way that must not show."""
