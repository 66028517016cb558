"""The networks: MiniLM's encoder (any number of its first layers) with quote depth and case added to its input, and the heads.

One linear layer gives all outputs of a piece, HEAD numbers: 7 tags, then query and key (64 each) of the link to the
source, then query and key of the link to the cue. Position 0 of a window stands for 'none'.
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
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        # written out: the fused kernel's backward pass is three times slower on a processor
        scores = q @ (k * (w // self.heads) ** -0.5).transpose(-1, -2) + mask
        a = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + drop_features(self.out(a), self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop_features(y, self.drop, self.training))


class Network(nn.Module):
    """Encoder and heads. `exits` are layer counts after which a head stands (the last is the full depth)."""

    def __init__(self, layers: int = 6, exits: tuple[int, ...] = (3, 6), width: int = 384, drop: float = 0.1) -> None:
        super().__init__()
        self.exits, self.drop = exits, drop
        self.word = nn.Embedding(30522, width)
        self.position = nn.Embedding(512, width)
        self.depth = nn.Embedding(4, width)
        self.case = nn.Embedding(4, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, 4 * width, 12, drop) for _ in range(layers))
        self.heads = nn.ModuleDict({str(e): nn.Linear(width, HEAD) for e in exits})
        for table in (self.depth, self.case):
            nn.init.normal_(table.weight, std=0.02)
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=0.02)  # type: ignore[arg-type]
            nn.init.zeros_(head.bias)  # type: ignore[arg-type]

    def forward(self, ids: Tensor, depth: Tensor, case: Tensor, lengths: Tensor) -> list[Tensor]:
        """The raw HEAD numbers of every exit, (B, L, HEAD) each."""
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
        return out


def split(raw: Tensor, lengths: Tensor) -> Outputs:
    """Tags and links out of one exit's raw numbers."""
    raw = raw.float()
    tags, sq, sk, cq, ck = raw.split([TAG_COUNT, LINK, LINK, LINK, LINK], dim=-1)
    hidden = (torch.arange(raw.shape[1]) >= lengths[:, None])[:, None, :]
    source = (sq @ sk.transpose(1, 2) / LINK**0.5).masked_fill(hidden, -1e4)
    cue = (cq @ ck.transpose(1, 2) / LINK**0.5).masked_fill(hidden, -1e4)
    return Outputs(tags, source, cue)


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
