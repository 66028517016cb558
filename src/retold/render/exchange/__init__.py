"""A dossier in the formats of others: TEI for the collation, PROV, GraphML and DOT for the derivation. One format a file."""
