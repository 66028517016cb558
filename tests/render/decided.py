"""The tale after an editor's hand: reasons at the renditions, decisions applied and not, an edge that the editor drew."""

from __future__ import annotations

import msgspec

from retold.records import Correction, Dossier, Evidence, Reason

REASONS = (
    Reason(what="words", text="7 of 9 telling words are the same.", weight=0.62),
    Reason(what="place", text="The sentences around tell other things.", weight=-0.15),
    Reason(what="editor", text="An editor put the two together.", weight=1.0),
)
CORRECTIONS = (
    Correction(what="apart", text="Two remarks on the quay are apart.", applied=False),
    Correction(what="edge", text="Northlight took from the Harbour Post.", note="I rang them <both>", applied=True),
)


def decided(tale: Dossier) -> Dossier:
    """The tale with all three."""
    fares, *others = tale.utterances
    renditions = tuple(msgspec.structs.replace(r, reasons=REASONS if n == 1 else ()) for n, r in enumerate(fares.renditions))
    edge, *edges = tale.derivation.edges
    drawn = msgspec.structs.replace(edge, evidence=(*edge.evidence, Evidence(what="editor", text="An editor says so.")))
    return msgspec.structs.replace(
        tale,
        utterances=(msgspec.structs.replace(fares, renditions=renditions), *others),
        derivation=msgspec.structs.replace(tale.derivation, edges=(drawn, *edges)),
        corrections=CORRECTIONS,
    )
