"""Files that preflight must refuse, as recipes: how to break a good one."""
