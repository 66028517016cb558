"""The learned quotation tagger, inference only."""
