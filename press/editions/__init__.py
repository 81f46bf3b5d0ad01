"""Editions: how a set product is finished for where it goes."""
