"""Written YAML files: read with the line of every value, validated strictly, links checked.

Every mistake is told with file, line and a way to mend it.
"""

__all__ = ["typewriter", "urls", "validation", "values", "yaml_nodes", "yaml_source"]
