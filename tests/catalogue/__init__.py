"""The whole catalogue, checked on the finished PDFs: what a reader, a folder and a guillotine will meet."""
