"""Where the head for attribution learns: syntax trees of green text, frames filled with green sentences."""
