"""Links: where they may lead, what is printed of them, and what sends a short address on to its target.

What a released build printed is promised: the register keeps it, and no later edit may break it.
"""

__all__ = [
    "addresses",
    "key_rules",
    "link_pages",
    "link_rules",
    "link_wording",
    "redirect_folder",
    "redirects",
    "register",
    "register_file",
]
