"""The learned quotation tagger: text to contents, each with its source, cue, type and confidence.

    tagger = load(pathlib.Path("model"))        # a folder with model.onnx, tokenizer.json, model.json
    for q in tagger.tag(text): print(q.spans, q.source, q.cue, q.type, q.confidence)

The network gives, for each word, seven tag scores and a query and a key for two links (to the source's and to the cue's
first word); Viterbi makes valid tags of the first, a softmax over the tagged sources (and 'none') links of the second.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
from tokenizers import Tokenizer

from .boundaries import limits
from .confidence import confidence, features
from .cues import kind_of_cue
from .grammar import Grammar, Inventory, empty, fill
from .pieces import INSIDE, OPENING, Batch, Speller, Window, Words, batch, pack, read_words
from .tags import CONTENT, CUE, SOURCE, TAGS, Floats, Ints, Run, log_softmax, runs_of, valid_tags

Span = tuple[int, int]


class Network(Protocol):
    """What runs the network: an onnxruntime session, or anything of the same shape in a test."""

    def run(self, outputs: Sequence[str] | None, inputs: dict[str, Any]) -> Sequence[Any]:
        """The network's outputs for named inputs."""
        ...


@dataclass(frozen=True)
class Options:
    """How scores become spans; every number was chosen on PolNeAR dev and is written into model.json by training."""

    shift: float = 0.0  # added to the scores of both content tags: above 0 finds more, below 0 less
    window: int = 256  # word pieces a window
    batch: int = 4096  # word pieces of one run of the network
    none: float = 0.0  # added to the score of 'no source'
    margin: float = 0.2  # probability by which other limits of a content must be better than the tags' own; above 1 keeps those
    far: float = -3.0  # added to the score of a source or cue in another paragraph: 99.6% of PolNeAR's sources share the content's
    weights: tuple[float, ...] = (1.0,) + (0.0,) * 10  # of a content's FEATURES: confidence = sigmoid(their weighted sum)
    least: float = 0.0  # contents of less confidence are dropped


@dataclass(frozen=True)
class Piece:
    """One tagged content. Spans are code points of the text, end exclusive, marks at the edges left out of direct ones."""

    spans: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    type: Literal["speech", "attitude"]
    confidence: float
    source_confidence: float  # probability of the link, of all tagged sources and 'none' in the window
    features: tuple[float, ...] = ()  # what the confidence was made of, by FEATURES (for fitting it)


@dataclass(frozen=True)
class Read:
    """What the network makes of one text."""

    words: Words
    contents: list[Piece]
    grammar: Grammar | None  # None: no network here reads grammar


class Tagger:
    """A loaded model. `tag` is safe to call from several threads (the session is; the speller only remembers).

    Another may stand `beside` it, whose grammar is used where this network reads none.
    """

    def __init__(
        self, network: Network, spell: Speller, options: Options, inventory: Inventory | None = None, beside: Tagger | None = None
    ) -> None:
        self._network, self._spell, self.options, self.inventory, self.beside = network, spell, options, inventory, beside

    def but(self, options: Options, network: Network | None = None) -> Tagger:
        """The same with other options, or with another network in its place."""
        return Tagger(network or self._network, self._spell, options, self.inventory, self.beside)

    def tag(self, text: str, joined: bool = True) -> list[Piece]:
        """The contents of one text, in order; `joined` makes one of the parts that 'she said' interrupts."""
        return self.tag_all([text], joined)[0]

    def tag_all(self, texts: Sequence[str], joined: bool = True) -> list[list[Piece]]:
        """The contents of several texts at once: short texts share a run of the network."""
        found = [r.contents for r in self.read(texts)]
        return [join(p) for p in found] if joined else found

    def read(self, texts: Sequence[str]) -> list[Read]:
        """Contents (in order, parts not joined) and grammar of several texts."""
        words = [read_words(t, self._spell, self.options.window - 6) for t in texts]
        others = self.beside.read(texts) if self.beside is not None else [None] * len(texts)
        out = [self._unread(w, other) for w, other in zip(words, others, strict=True)]
        items = [(n, w) for n, ws in enumerate(words) for w in pack(ws, self.options.window)]
        for chunk in self._batches(items, words):
            b = batch([(words[n], w) for n, w in chunk])
            raw = self.run(b)
            own = raw.shape[-1]
            if self.inventory is not None:
                own -= self.inventory.size
                for row, (n, _) in enumerate(chunk):
                    grammar = out[n].grammar
                    assert grammar is not None  # there is an inventory
                    fill(grammar, words[n], b.words[row], raw[row, b.firsts[row], own:], raw[row, 0, own:])
            for (n, _), pieces in zip(chunk, self.decode(raw[..., :own], b, chunk, words), strict=True):
                out[n].contents.extend(pieces)
        for r in out:
            r.contents.sort(key=lambda q: q.spans)
        return out

    def _unread(self, words: Words, other: Read | None) -> Read:
        grammar = empty(words, self.inventory) if self.inventory is not None else other.grammar if other is not None else None
        return Read(words, [], grammar)

    def _batches(self, items: list[tuple[int, Window]], words: list[Words]) -> Iterable[list[tuple[int, Window]]]:
        """Windows of like length together: a batch is padded to its longest."""
        sized = sorted(((w.size(words[n]), k) for k, (n, w) in enumerate(items)), reverse=True)
        chunk: list[tuple[int, Window]] = []
        longest = 0
        for size, k in sized:
            if chunk and (longest * (len(chunk) + 1) > self.options.batch or size < 0.8 * longest):
                yield chunk
                chunk, longest = [], 0
            chunk.append(items[k])
            longest = max(longest, size)
        if chunk:
            yield chunk

    def run(self, b: Batch) -> Floats:
        """The network's numbers for a batch: (windows, pieces, 7 tags + 4 link vectors)."""
        inputs = {
            "ids": b.ids.astype(np.int32),
            "depth": b.depth.astype(np.int32),
            "case": b.case.astype(np.int32),
            "lengths": b.lengths.astype(np.int32),
        }
        out: Floats = self._network.run(None, inputs)[0]
        return out

    def decode(self, raw: Floats, b: Batch, chunk: list[tuple[int, Window]], words: list[Words]) -> Iterable[list[Piece]]:
        """A batch's numbers to contents, window by window."""
        shift = np.array([0, self.options.shift, self.options.shift, 0, 0, 0, 0], dtype=np.float32)
        windows = [
            Scores(raw[row], raw[row, b.firsts[row], :TAGS] + shift, np.array(b.firsts[row]), _paragraphs(window), b.words[row])
            for row, (_, window) in enumerate(chunk)
        ]
        tags = valid_tags([(w.tags, w.paragraph) for w in windows])
        for (n, _), scores, here in zip(chunk, windows, tags, strict=True):
            found = (here == CONTENT).any()
            yield assemble(runs_of(here, log_softmax(scores.tags)), scores, words[n], self.options) if found else []


def _paragraphs(window: Window) -> Ints:
    """The paragraph of each word of a window, counted from 0."""
    return np.repeat(np.arange(len(window.runs)), [b - a for a, b in window.runs])


@dataclass(frozen=True)
class Scores:
    """One window: the network's numbers by piece; and by word its tag scores, first piece, paragraph, number in the text."""

    raw: Floats
    tags: Floats
    firsts: Ints
    paragraph: Ints
    numbers: list[int]

    def best_link(self, content: Run, targets: list[Run], which: int, none: float, far: float) -> tuple[Run | None, float]:
        """Which of `targets` a content links to (None for none), and the probability of that; `which` is 0 for source, 1 for cue."""
        width = (self.raw.shape[1] - TAGS) // 4
        at = TAGS + 2 * width * which
        key = [0, *(int(self.firsts[r.first]) for r in targets)]
        scores = (self.raw[key, at + width : at + 2 * width] @ self.raw[self.firsts[content.first], at : at + width]) / np.float32(
            width**0.5
        )
        scores[0] += none
        here = self.paragraph[content.first]
        scores[1:] += np.array([0.0 if self.paragraph[r.first] == here else far for r in targets], dtype=np.float32)
        p = np.exp(log_softmax(scores))
        best = int(p.argmax())
        return (targets[best - 1] if best else None), float(p[best])


def assemble(runs: list[Run], scores: Scores, words: Words, options: Options) -> list[Piece]:
    """Contents with the sources and cues they link to."""
    sources = [r for r in runs if r.label == SOURCE]
    cues = [r for r in runs if r.label == CUE]
    numbers = scores.numbers

    def span(r: Run | None) -> Span | None:
        return (words.starts[numbers[r.first]], words.ends[numbers[r.end - 1]]) if r else None

    chances = np.exp(log_softmax(scores.tags))
    counted = np.array([words.spelled[n][0].isalnum() for n in numbers], dtype=np.float32)
    out: list[Piece] = []
    done = 0
    for r in runs:
        if r.label != CONTENT:
            continue
        first, end, near = limits(r, chances, scores.paragraph, counted, options.margin)
        source, sure = scores.best_link(r, sources, 0, options.none, options.far)
        cue, sure_cue = scores.best_link(r, cues, 1, 0.0, options.far)
        quoted = any(words.depth[w] in (OPENING, INSIDE) for w in numbers[r.first : r.end])
        known = features(r, near, (source, sure), (cue, sure_cue), quoted)
        right = confidence(known, options.weights)
        first = max(first, done)
        if right < options.least or first >= end:
            continue
        done = end
        spelled = [words.spelled[w].lower() for w in numbers[cue.first : cue.end]] if cue else []
        here = (words.starts[numbers[first]], words.ends[numbers[end - 1]])
        out.append(Piece((here,), span(source), span(cue), kind_of_cue(spelled, quoted), right, sure, known))
    return out


def join(pieces: list[Piece]) -> list[Piece]:
    """Contents of one source and one cue are one quotation ('"A," she said, "b"'), if the cue stands beside them."""
    out: list[Piece] = []
    for p in pieces:
        last = out[-1] if out else None
        if last and p.source is not None and (last.source, last.cue) == (p.source, p.cue) and p.cue is not None:
            mean = (last.confidence * p.confidence) ** 0.5
            sure = min(last.source_confidence, p.source_confidence)
            out[-1] = Piece(last.spans + p.spans, p.source, p.cue, last.type, mean, sure)
        else:
            out.append(p)
    return out


def load(folder: pathlib.Path, threads: int = 1) -> Tagger:
    """Load a model folder; ValueError where the network's digest is not the one in model.json."""
    import onnxruntime as ort

    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    network = (folder / "model.onnx").read_bytes()
    if hashlib.sha256(network).hexdigest() != card["sha256"]:
        raise ValueError(f"{folder / 'model.onnx'} is not the file that model.json describes (another digest): install the model again")
    settings = ort.SessionOptions()
    settings.intra_op_num_threads, settings.inter_op_num_threads = threads, 1
    # the fused form of Add and LayerNormalization is ten times slower than the two (onnxruntime 1.32, AVX512)
    session = ort.InferenceSession(network, settings, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    given = card["options"]
    options = Options(**given | {"weights": tuple(given["weights"])} if "weights" in given else given)
    return Tagger(session, Speller(lambda word: tokenizer.encode(word, add_special_tokens=False).ids), options, _inventory(card))


def _inventory(card: dict[str, Any]) -> Inventory | None:
    known = card.get("grammar")
    if known is None:
        return None
    tags = tuple((tag, pos) for tag, _, pos in (t.partition("|") for t in known["tags"]))
    row_of = {pos: n for n, pos in enumerate(known["against"])}
    against = np.array([side for sides in known["against"].values() for side in sides], dtype=np.float32)
    return Inventory(tags, tuple(known["relations"]), tuple(known["kinds"]), known["arc"], row_of, against)
