"""The benchmark: how long boards take from YAML to a preflighted PDF, beside other ways to make the same sheets."""
