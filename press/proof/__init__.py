"""The proof page: an order to look at before it is printed, as one folder that needs nothing else.

In the order's folder: `index.html`, `proof/` (its style, script, fonts and the boards' data), `content.json`
(what the next build is compared with) and `compare/` (what changed against the build that was replaced).
All but `compare/` is a function of content, seed and versions, and stands in the manifest with its checksum.
`compare/` is a function of two builds, so it stands in no manifest, and index.html is the same with or without
an earlier build: it loads what changed from `compare/compare.js`.
"""

__all__ = ["code_links", "compare", "findings", "page", "proof_model", "snapshot"]
