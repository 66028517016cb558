"""The networks: MiniLM's encoder (any number of its first layers) with quote depth and case added to its input, and the heads.

One linear layer gives all outputs of a piece, HEAD numbers: 7 tags, then query and key (64 each) of the link to the
source, then query and key of the link to the cue. Position 0 of a window stands for 'none'. Where the network reads grammar too,
another linear layer gives scores of part of speech, relation, kind of name and sentence start, and query and key (ARC each) of the
link to the head; position 0 stands for the root.
"""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

TAG_COUNT, LINK = 7, 64
HEAD = TAG_COUNT + 4 * LINK
HEAD_WIDTH = 32  # of one attention head, MiniLM's


@dataclass(frozen=True)
class Shape:
    """Size of a network: its layers, attention heads and feed-forward units of each; and what its grammar heads tell apart."""

    layers: int = 6
    heads: int = 12
    inner: int = 1536
    grammar: tuple[int, int, int] | None = None
    """Parts of speech, relations, kinds of names; None: no grammar heads."""


ARC = 96


def grammar_size(counts: tuple[int, int, int]) -> int:
    """Numbers a piece that the grammar heads give."""
    return sum(counts) + 1 + 2 * ARC


@dataclass(frozen=True)
class Outputs:
    """Scores of one layer's head: tags (B, L, 7), source and cue links (B, L, L)."""

    tags: Tensor
    source: Tensor
    cue: Tensor


def drop_features(x: Tensor, p: float, training: bool) -> Tensor:
    """Dropout that drops the same features at every place of a window: as good here, and nearly free on a processor."""
    if not training or p == 0:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= p
    return x * (keep.to(x.dtype) / (1 - p))


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, inner: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv = nn.Linear(width, 3 * heads * HEAD_WIDTH)
        self.out = nn.Linear(heads * HEAD_WIDTH, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        # written out: the fused kernel's backward pass is three times slower on a processor
        scores = q @ (k * HEAD_WIDTH**-0.5).transpose(-1, -2) + mask
        a = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(b, n, self.heads * HEAD_WIDTH)
        x = self.norm1(x + drop_features(self.out(a), self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop_features(y, self.drop, self.training))


class Network(nn.Module):
    """Encoder and heads. `exits` are layer counts after which a head stands (the last is the full depth)."""

    def __init__(self, shape: Shape = Shape(), exits: tuple[int, ...] = (3, 6), width: int = 384, drop: float = 0.1) -> None:
        super().__init__()
        self.exits, self.drop = exits, drop
        self.word = nn.Embedding(30522, width)
        self.position = nn.Embedding(512, width)
        self.depth = nn.Embedding(4, width)
        self.case = nn.Embedding(4, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, shape.inner, shape.heads, drop) for _ in range(shape.layers))
        self.heads = nn.ModuleDict({str(e): nn.Linear(width, HEAD) for e in exits})
        if shape.grammar is not None:
            self.heads["grammar"] = nn.Linear(width, grammar_size(shape.grammar))
        for table in (self.depth, self.case):
            nn.init.normal_(table.weight, std=0.02)
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=0.02)  # type: ignore[arg-type]
            nn.init.zeros_(head.bias)  # type: ignore[arg-type]

    def forward(self, ids: Tensor, depth: Tensor, case: Tensor, lengths: Tensor) -> list[Tensor]:
        """The raw HEAD numbers of every exit, (B, L, HEAD) each; the last one's are followed by those of the grammar heads."""
        n = ids.shape[1]
        x = self.word(ids) + self.position.weight[:n] + self.depth(depth) + self.case(case)
        x = drop_features(self.norm(x), self.drop, self.training)
        seen = torch.arange(n) < lengths[:, None]
        mask = torch.zeros(seen.shape, dtype=torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        mask = mask.masked_fill(~seen, -1e4)[:, None, None, :]
        out = []
        for k, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            if k in self.exits:
                out.append(self.heads[str(k)](x))
        if "grammar" in self.heads:
            out[-1] = torch.cat([out[-1], self.heads["grammar"](x)], -1)
        return out


def split(raw: Tensor, lengths: Tensor) -> Outputs:
    """Tags and links out of one exit's raw numbers."""
    raw = raw[..., :HEAD].float()
    tags, sq, sk, cq, ck = raw.split([TAG_COUNT, LINK, LINK, LINK, LINK], dim=-1)
    hidden = (torch.arange(raw.shape[1]) >= lengths[:, None])[:, None, :]
    source = (sq @ sk.transpose(1, 2) / LINK**0.5).masked_fill(hidden, -1e4)
    cue = (cq @ ck.transpose(1, 2) / LINK**0.5).masked_fill(hidden, -1e4)
    return Outputs(tags, source, cue)


@dataclass(frozen=True)
class Reading:
    """Scores of the grammar heads: parts of speech, relations, kinds (B, L, n each), begins (B, L), arcs (B, L, L)."""

    tags: Tensor
    relations: Tensor
    kinds: Tensor
    begins: Tensor
    arcs: Tensor


def split_grammar(raw: Tensor, lengths: Tensor, counts: tuple[int, int, int]) -> Reading:
    """The grammar heads' scores out of the last exit's raw numbers."""
    tags, relations, kinds, begins, q, k = raw[..., HEAD:].float().split([*counts, 1, ARC, ARC], dim=-1)
    hidden = (torch.arange(raw.shape[1]) >= lengths[:, None])[:, None, :]
    arcs = (q @ k.transpose(1, 2) / ARC**0.5).masked_fill(hidden, -1e4)
    return Reading(tags, relations, kinds, begins.squeeze(-1), arcs)


@torch.no_grad()
def thin(wide: Network, layers: int, inputs: tuple[Tensor, Tensor, Tensor, Tensor], shape: Shape) -> dict[str, Tensor]:
    """Weights of the first `layers` layers with the heads and units that matter most, and none of the heads.

    A head or unit matters by the mean length of what it adds to the stream over `inputs` (its activation times its output weights).
    """
    out = {k: v.clone() for k, v in wide.state_dict().items() if not k.startswith(("layers.", "heads."))}
    ids, depth, case, lengths = inputs
    n = ids.shape[1]
    x = wide.norm(wide.word(ids) + wide.position.weight[:n] + wide.depth(depth) + wide.case(case))
    seen = torch.arange(n) < lengths[:, None]
    mask = torch.zeros(seen.shape).masked_fill(~seen, -1e4)[:, None, None, :]
    for at, layer in enumerate(wide.layers):
        if at == layers:
            break
        b, heads = x.shape[0], layer.heads
        q, k, v = layer.qkv(x).view(b, n, 3, heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        a = ((q @ k.transpose(-1, -2) * HEAD_WIDTH**-0.5 + mask).softmax(-1) @ v).transpose(1, 2)[seen]
        each = layer.out.weight.view(-1, heads, HEAD_WIDTH)
        weight = torch.stack([(a[:, h] @ each[:, h].T).norm(dim=-1).mean() for h in range(heads)])
        kept = weight.argsort(descending=True)[: shape.heads].sort().values
        rows = (kept[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
        width = heads * HEAD_WIDTH
        three = torch.cat([rows, rows + width, rows + 2 * width])
        y = layer.norm1(x + layer.out((a.new_zeros(b, n, width)).masked_scatter(seen[..., None], a.reshape(-1, width))))
        up = F.gelu(layer.up(y))
        matters = up[seen].abs().mean(0) * layer.down.weight.norm(dim=0)
        units = matters.argsort(descending=True)[: shape.inner].sort().values
        name = f"layers.{at}."
        out |= {name + "qkv.weight": layer.qkv.weight[three].clone(), name + "qkv.bias": layer.qkv.bias[three].clone()}
        out |= {name + "out.weight": layer.out.weight[:, rows].clone(), name + "out.bias": layer.out.bias.clone()}
        out |= {name + "up.weight": layer.up.weight[units].clone(), name + "up.bias": layer.up.bias[units].clone()}
        out |= {name + "down.weight": layer.down.weight[:, units].clone(), name + "down.bias": layer.down.bias.clone()}
        for norm in ("norm1", "norm2"):
            out |= {f"{name}{norm}.{k}": v.clone() for k, v in getattr(layer, norm).state_dict().items()}
        x = layer.norm2(y + layer.down(up))
    return out


def load_minilm(network: Network, safetensors: pathlib.Path) -> None:
    """Fill the encoder with the weights of all-MiniLM-L6-v2 (as many layers as the network has)."""
    w = {k.removeprefix("bert."): v.float() for k, v in load_file(str(safetensors)).items()}
    with torch.no_grad():
        network.word.weight.copy_(w["embeddings.word_embeddings.weight"])
        network.position.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        network.norm.load_state_dict({k: w[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        for n, layer in enumerate(network.layers):
            at = f"encoder.layer.{n}."
            for k in ("weight", "bias"):
                qkv = [w[f"{at}attention.self.{part}.{k}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, k).copy_(torch.cat(qkv))
                getattr(layer.out, k).copy_(w[f"{at}attention.output.dense.{k}"])
                getattr(layer.norm1, k).copy_(w[f"{at}attention.output.LayerNorm.{k}"])
                getattr(layer.up, k).copy_(w[f"{at}intermediate.dense.{k}"])
                getattr(layer.down, k).copy_(w[f"{at}output.dense.{k}"])
                getattr(layer.norm2, k).copy_(w[f"{at}output.LayerNorm.{k}"])
