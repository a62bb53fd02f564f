"""Write the trained networks as int8 ONNX files, and the table of vectors that they share."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.tagger.net import HIDDEN, Encoder, Tagger

from nutgraf.models.word_pieces import FEATURES

WEIGHTS = Path(__file__).resolve().parents[2] / "src/nutgraf/models/weights"


class _Tags(nn.Module):
    """The tagger with the heads that ship: names (the mean of some sets' heads), attribution, times, quantities."""

    def __init__(self, net: Tagger, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.net = net
        self.net.heads.weight = nn.Parameter(weight)
        self.net.heads.bias = nn.Parameter(bias)

    def forward(self, vectors: Tensor, features: Tensor) -> Tensor:
        return self.net(vectors, features)


class _Mean(nn.Module):
    """The encoder with the mean of its states, of length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, vectors: Tensor) -> Tensor:
        mean = self.encoder(vectors).mean(dim=1)
        return mean / mean.norm(dim=1, keepdim=True)


def write_vocabulary(source: Path, place: Path = WEIGHTS) -> None:
    """Write the vocabulary as it ships, a piece a line, in the order of their numbers."""
    (place / "vocabulary.txt.gz").write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def write_vectors(table: Tensor, place: Path = WEIGHTS) -> None:
    """Write the table of vectors as whole numbers, with a scale for each piece."""
    values = table.numpy()
    scales = np.maximum(np.abs(values).max(axis=1), 1e-8) / 127
    np.save(place / "vectors.npy", np.clip(np.round(values / scales[:, None]), -127, 127).astype(np.int8))
    np.save(place / "vector_scales.npy", scales.astype(np.float32))


def read_vectors(place: Path = WEIGHTS) -> Tensor:
    """Return the table as the program reads it: training sees the same numbers."""
    values = np.load(place / "vectors.npy").astype(np.float32) * np.load(place / "vector_scales.npy")[:, None]
    return torch.from_numpy(values)


def write_tagger(net: Tagger, heads: list[list[slice]], place: Path) -> None:
    """Write the tagger; each of `heads` is the mean of the slices of the network's own heads."""
    weight = torch.cat([torch.stack([net.heads.weight[part] for part in parts]).mean(0) for parts in heads]).detach()
    bias = torch.cat([torch.stack([net.heads.bias[part] for part in parts]).mean(0) for parts in heads]).detach()
    shown = (torch.zeros(1, 24, HIDDEN), torch.zeros(1, 24, FEATURES))
    write_network(_Tags(net, weight, bias), shown, ["vectors", "features"], "scores", place)


def write_embedder(encoder: Encoder, place: Path) -> None:
    """Write the encoder as it came, as an embedder of sentences."""
    write_network(_Mean(encoder), (torch.zeros(1, 24, HIDDEN),), ["vectors"], "embedding", place)


def write_network(net: nn.Module, shown: tuple[Tensor, ...], inputs: list[str], output: str, place: Path) -> None:
    """Write a network as int8; `shown` are inputs of the shapes that it takes, with any number of pieces."""
    net.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        axes = {name: {1: "pieces"} for name in inputs} | ({output: {1: "pieces"}} if output == "scores" else {})
        torch.onnx.export(
            net,
            shown,
            plain,
            input_names=inputs,
            output_names=[output],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain, place, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul"],
        )  # fmt: skip
    model = onnx.load(place)
    model.producer_name, model.producer_version, model.doc_string = "nutgraf", "", ""
    onnx.save(model, place)
