"""The network in torch: the same layers as `nutgraf.models.line_roles`, and how they become whole numbers."""

from __future__ import annotations

import io

import numpy as np
import torch
from torch import Tensor, nn

from nutgraf.extract.surroundings import WIDTH
from nutgraf.extract.traits import MOST
from nutgraf.models.line_roles import SCORES, UNIT

HIDDEN = 48
DILATIONS = (1, 2, 4, 0, 8, 16, 1)
"""How far apart the lines are that a layer looks at; 0 stands for the layer that sees the page as a whole."""
STEPS = 32
"""What passes between layers is counted in so many steps to one."""
CEILING = 8.0
_BITS = 15


class LineNet(nn.Module):
    """Dilated convolutions over lines; each inner layer adds to what it is given, bounded below and above."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv1d(WIDTH, HIDDEN, 3, padding=1)
        self.inner = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, 3, padding=d, dilation=d) if d else nn.Conv1d(2 * HIDDEN, HIDDEN, 1)
            for d in DILATIONS
        )
        self.last = nn.Conv1d(HIDDEN, SCORES, 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, features: Tensor, real: Tensor) -> Tensor:
        """Return scores (page, score, line); `real` is 1 for lines, 0 for what pads a page."""
        values = torch.clamp(self.first(features / MOST), 0, CEILING) * real
        for layer in self.inner:
            seen = values if layer.in_channels == HIDDEN else _whole(values, real)
            added = torch.clamp(layer(seen), 0, CEILING)
            values = torch.clamp(values + self.drop(added), max=CEILING) * real
        scores: Tensor = self.last(values)
        return scores


def _whole(values: Tensor, real: Tensor) -> Tensor:
    """The most and the mean of every value over a page's lines."""
    mean = values.sum(dim=2, keepdim=True) / real.sum(dim=2, keepdim=True)
    return torch.cat([values.max(dim=2, keepdim=True).values, mean], dim=1)


def pack_network(net: LineNet) -> bytes:
    """Return the network in whole numbers, as `read_network` reads it; the same network gives the same bytes."""
    layers = [net.first, *net.inner, net.last]
    arrays: dict[str, np.ndarray] = {}
    shifts = []
    for at, layer in enumerate(layers):
        weights = layer.weight.detach().double().numpy().transpose(2, 1, 0)
        bits = _BITS - max(1, int(np.ceil(np.log2(max(1.0, np.abs(weights).max() + 1e-9)))))
        scale = MOST if at == 0 else STEPS
        arrays[f"weights{at}"] = np.round(weights * 2**bits).astype(np.int16)
        wanted = UNIT if at == len(layers) - 1 else STEPS
        shifts.append(bits - int(np.log2(wanted // scale)))
        half = 2 ** (shifts[-1] - 1)  # what is cut down to whole numbers later is rounded so
        arrays[f"bias{at}"] = np.round(layer.bias.detach().double().numpy() * scale * 2**bits).astype(np.int64) + half
    arrays["dilations"] = np.array([1, *DILATIONS, 1], dtype=np.int8)
    arrays["shifts"] = np.array(shifts, dtype=np.int8)
    arrays["most"] = np.array(int(CEILING * STEPS), dtype=np.int32)
    return _zipped(arrays)


def _zipped(arrays: dict[str, np.ndarray]) -> bytes:
    """An .npz with fixed dates, so that its bytes do not depend on the day."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in sorted(arrays.items()):
            held = io.BytesIO()
            np.save(held, array)
            file.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), held.getvalue(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
