"""A network's weights as a small ONNX file: written node by node with onnxruntime's fused operators, then quantised to int8.

Writing the graph out (instead of tracing the module) keeps attention, its normalisation and its activation in one operator
each, which runs about twice as fast on one core as the traced graph does.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.quotations.inventory import Inventory
from training.quotations.network import ARC, HEAD_WIDTH


class Graph:
    """Nodes and weights being gathered; `add` returns the name of the new node's first output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: Any) -> str:
        array = value.detach().float().numpy() if isinstance(value, torch.Tensor) else value
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op: str, inputs: list[str], domain: str = "", **attributes: Any) -> str:
        out = f"{op}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [out], name=out, domain=domain, **attributes))
        return out

    def linear(self, x: str, name: str, weight: torch.Tensor, bias: torch.Tensor | None) -> str:
        y = self.add("MatMul", [x, self.weight(f"{name}.w", weight.T)])
        return self.add("Add", [y, self.weight(f"{name}.b", bias)]) if bias is not None else y

    def norm(self, x: str, name: str, weight: torch.Tensor, bias: torch.Tensor) -> str:
        return self.add("LayerNormalization", [x, self.weight(f"{name}.w", weight), self.weight(f"{name}.b", bias)], epsilon=1e-12)


MS = "com.microsoft"
LONGEST = 320  # pieces a window may have: windows of 256, and one paragraph of at most 250


Weights = dict[str, torch.Tensor]


def transformer(weights: Weights, layers: int) -> onnx.ModelProto:
    """The float graph of the first `layers` layers and the heads after them, those of grammar last where there are any."""
    g = Graph()
    x = embedding(g, words_in_four_bits(g, weights["word.weight"]), weights)
    width = sum(v.shape[0] for k, v in weights.items() if k.startswith("heads.") and k.endswith(".bias"))
    return finish(g, encoder(g, x, weights, layers), width)


def words_in_four_bits(g: Graph, table: torch.Tensor, block: int = 64) -> str:
    """The pieces' vectors in four bits, a scale a block: half the room of int8, at no measured loss."""
    rows, width = table.shape
    blocks = table.float().numpy().reshape(rows, width // block, block)
    scale = np.abs(blocks).max(-1, keepdims=True) / 7 + 1e-9
    steps = np.clip(np.round(blocks / scale), -8, 7).astype(np.int8).reshape(rows, width) & 0xF
    packed = (steps[:, 0::2] | (steps[:, 1::2] << 4)).astype(np.uint8)
    g.weights.append(helper.make_tensor("word", TensorProto.INT4, [rows, width], packed.tobytes(), raw=True))
    scales = g.weight("word.scale", scale[:, :, 0].astype(np.float32))
    return g.add("GatherBlockQuantized", ["word", "ids", scales], MS, gather_axis=0, quantize_axis=1, block_size=block)


def embedding(g: Graph, word: str, weights: Weights) -> str:
    """Piece, place, quote depth and case, added and normalised."""
    one, two = g.weight("one", np.array([1])), g.weight("two", np.array([2]))
    length = g.add("Slice", [g.add("Shape", ["ids"]), one, two])
    position = g.weight("position", weights["position.weight"][:LONGEST])
    place = g.add("Slice", [position, g.weight("zero", np.array([0])), length])
    marks = (weights["depth.weight"][:, None, :] + weights["case.weight"][None, :, :]).flatten(0, 1)
    which = g.add("Add", [g.add("Mul", ["depth", g.weight("four", np.array(4, dtype=np.int32))]), "case"])
    x = g.add("Add", [g.add("Add", [word, g.add("Gather", [g.weight("marks", marks), which])]), place])
    return g.norm(x, "norm", weights["norm.weight"], weights["norm.bias"])


def encoder(g: Graph, x: str, weights: Weights, layers: int) -> str:
    """The layers and heads."""
    for n in range(layers):
        at = f"layers.{n}."

        def w(part: str, n: int = n) -> torch.Tensor:
            return weights[f"layers.{n}.{part}"]

        width = w("qkv.weight").shape[0] // 3
        parts = [f"{at}{k}" for k in "qkv"]
        qkv = g.linear(x, at + "qkv", w("qkv.weight"), w("qkv.bias"))
        g.nodes.append(helper.make_node("Split", [qkv, g.weight(at + "cut", np.array([width] * 3))], parts, axis=-1))
        a = g.add("MultiHeadAttention", [*parts, "", "lengths"], MS, num_heads=width // HEAD_WIDTH)
        a = g.linear(a, at + "out", w("out.weight"), w("out.bias"))
        x = g.norm(g.add("Add", [a, x]), at + "norm1", w("norm1.weight"), w("norm1.bias"))
        up = g.linear(x, at + "up", w("up.weight"), None)
        up = g.add("BiasGelu", [up, g.weight(at + "up.b", w("up.bias"))], MS)
        down = g.linear(up, at + "down", w("down.weight"), w("down.bias"))
        x = g.norm(g.add("Add", [down, x]), at + "norm2", w("norm2.weight"), w("norm2.bias"))
    heads = [f"heads.{layers}.", *(["heads.grammar."] if "heads.grammar.weight" in weights else [])]
    weight, bias = (torch.cat([weights[h + k] for h in heads]) for k in ("weight", "bias"))
    return g.linear(x, "head", weight, bias)


def finish(g: Graph, output: str, width: int) -> onnx.ModelProto:
    """The graph as a model with the four inputs and one output that the tagger uses."""
    g.nodes.append(helper.make_node("Identity", [output], ["scores"]))
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT32, ["windows", "pieces"]) for k in ("ids", "depth", "case")]
    inputs.append(helper.make_tensor_value_info("lengths", TensorProto.INT32, ["windows"]))
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["windows", "pieces", width])]
    graph = helper.make_graph(g.nodes, "tagger", inputs, outputs, g.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)], ir_version=10)
    return model


def write(
    model: onnx.ModelProto, tokenizer: pathlib.Path, folder: pathlib.Path, options: dict[str, Any], known: Inventory | None = None
) -> None:
    """Quantise `model` and write a model folder: model.onnx, tokenizer.json, model.json (digest, decoding options, what grammar tells)."""
    folder.mkdir(parents=True, exist_ok=True)
    full = folder / "float.onnx"
    onnx.save(model, str(full))
    quantize_dynamic(
        str(full),
        str(folder / "model.onnx"),
        op_types_to_quantize=["MatMul", "Gather", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    pieces = Tokenizer.from_file(str(tokenizer))
    pieces.no_padding()
    pieces.no_truncation()
    pieces.save(str(folder / "tokenizer.json"), pretty=False)
    describe(folder, options, known)


def digest_of(folder: pathlib.Path) -> str:
    """sha256 of a folder's network."""
    return hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()


def describe(folder: pathlib.Path, options: dict[str, Any], known: Inventory | None = None) -> None:
    """Write model.json for the network as it now stands in `folder`."""
    told: dict[str, Any] = {"sha256": digest_of(folder), "options": options}
    if known is not None:
        told["grammar"] = {"tags": known.tags, "relations": known.relations, "kinds": known.kinds, "arc": ARC, "against": known.against}
    (folder / "model.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
