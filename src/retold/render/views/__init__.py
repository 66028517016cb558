"""What a reader is shown of a dossier, in records without markup: the same for terminal, HTML and Markdown."""
