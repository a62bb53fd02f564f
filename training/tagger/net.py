"""The network: MiniLM's six layers over pieces and their features, and a linear layer for all heads."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from training.tagger.examples import HEADS, width

from nutgraf.models.word_pieces import FEATURES

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
HIDDEN, HEADS_OF_ATTENTION, LAYERS = 384, 12, 6


class Layer(nn.Module):
    """One layer of BERT: attention, then two linear ones, each added to its input and made even."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.after_attention = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.after_feed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, hidden_from: Tensor | None) -> Tensor:
        """Return new states (windows, pieces, HIDDEN); `hidden_from` is added to the scores of attention."""
        windows, pieces, _ = states.shape
        query, key, value = (
            layer(states).view(windows, pieces, HEADS_OF_ATTENTION, -1).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) * (HIDDEN // HEADS_OF_ATTENTION) ** -0.5
        if hidden_from is not None:
            scores = scores + hidden_from
        mixed = self.dropout(functional.softmax(scores, dim=-1)) @ value
        mixed = mixed.transpose(1, 2).reshape(windows, pieces, HIDDEN)
        states = self.after_attention(states + self.dropout(self.out(mixed)))
        return self.after_feed(states + self.dropout(self.down(functional.gelu(self.up(states)))))


class Encoder(nn.Module):
    """MiniLM from the looked-up vectors of its pieces on; the table of vectors stays as it came."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.positions = nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.even = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor, hidden_from: Tensor | None = None) -> Tensor:
        """Return the states of looked-up vectors (windows, pieces, HIDDEN)."""
        positions = self.positions.weight[: vectors.shape[1]]
        states = self.dropout(self.even(vectors + positions + self.kind))
        for layer in self.layers:
            states = layer(states, hidden_from)
        return states


class Tagger(nn.Module):
    """Vectors and features of pieces to the scores of every label of every head, side by side."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.features = nn.Linear(FEATURES, HIDDEN, bias=False)
        nn.init.normal_(self.features.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.Linear(HIDDEN, sum(map(width, HEADS)))
        nn.init.normal_(self.heads.weight, std=0.02)

    def forward(self, vectors: Tensor, features: Tensor, hidden_from: Tensor | None = None) -> Tensor:
        """Return scores (windows, pieces, labels of all heads)."""
        states = self.encoder(vectors + self.features(features), hidden_from)
        return self.heads(self.dropout(states))


def load_base(path: Path) -> tuple[Tensor, dict[str, Tensor]]:
    """Return the table of vectors and the encoder's weights of all-MiniLM-L6-v2; a file that is another is refused."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the model.safetensors that this is made from (SHA-256 {SHA256})")
    told = load_file(path)
    weights = {
        "positions.weight": told["embeddings.position_embeddings.weight"],
        "kind": told["embeddings.token_type_embeddings.weight"][0],
        "even.weight": told["embeddings.LayerNorm.weight"],
        "even.bias": told["embeddings.LayerNorm.bias"],
    }
    names = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "out", "attention.output.LayerNorm": "after_attention",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "after_feed",
    }  # fmt: skip
    for number in range(LAYERS):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                weights[f"layers.{number}.{ours}.{part}"] = told[f"encoder.layer.{number}.{theirs}.{part}"]
    return told["embeddings.word_embeddings.weight"], weights
