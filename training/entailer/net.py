"""The network: MiniLM's six layers over a pair's pieces and their features, and a linear layer over its mean state."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from training.tagger.net import HIDDEN, Encoder

from nutgraf.models.entailer import FEATURES, RELATIONS


class Entailer(nn.Module):
    """Vectors and features of a pair's pieces to a score for each relation."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.features = nn.Linear(FEATURES, HIDDEN, bias=False)
        nn.init.normal_(self.features.weight, std=0.02)
        self.mix = nn.Linear(2 * HIDDEN, HIDDEN)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, len(RELATIONS))
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, vectors: Tensor, features: Tensor, hidden_from: Tensor | None = None) -> Tensor:
        """Return scores (pairs, relations); `hidden_from` keeps the padding out of attention and of the mean."""
        states = self.encoder(vectors + self.features(features), hidden_from)
        if hidden_from is None:
            mean = states.mean(dim=1)
        else:
            seen = (hidden_from[:, 0, 0, :] == 0).to(states.dtype)[..., None]
            mean = (states * seen).sum(dim=1) / seen.sum(dim=1)
        mixed = torch.tanh(self.mix(torch.cat((states[:, 0], mean), dim=1)))
        return self.head(self.dropout(mixed))
