"""What a PDF's content streams say, read and rewritten."""
