"""The checks: one rule each, one file each. EDITIONS says whose files a check looks at."""
